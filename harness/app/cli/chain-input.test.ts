import { writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chainOf } from '../../protocol/pki/testing/chains.ts';
import { pemOf } from './testing/chain-files.ts';
import { call } from './testing/io.ts';
import { createWorkspace } from './testing/workspace.ts';

describe('chain refuses with what is allowed', () => {
  const { leaf, anchors } = chainOf();
  const pem = pemOf(leaf);

  test.each([
    ['a file that is not there', [], undefined, 'there is no such file'],
    ['no certificate', [], 'hello', 'holds no certificate; expected PEM ("-----BEGIN CERTIFICATE-----") or DER'],
    ['a key', [], '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n', 'or DER, found PRIVATE KEY'],
    ['an empty file', [], '', 'holds no certificate'],
    ['half a block', [], pem.slice(0, -30), 'certificate 1 (line 1) has no "-----END CERTIFICATE-----"'],
    [
      'half a block before a whole one',
      [],
      `\n${pem.slice(0, 200)}\n${pem}`,
      'certificate 1 (line 2) has no "-----END',
    ],
    ['what is not base64', [], pem.replace('MII', '#II'), 'certificate 1 (line 1) is not base64'],
    [
      'base64 of something else',
      [],
      pem.replace(/\n[^-]*\n-/, '\nAAAA\n-'),
      'cannot be read: not an X.509 certificate',
    ],
    ['DER of something else', [], '0\u0003\u0002\u0001\u0005', 'cannot be read: not an X.509 certificate'],
    ['no trust', undefined, pem, '--trust is missing'],
    ['a name without a kind', ['--name', 'a.example'], pem, '--name: "a.example" is not allowed; write dns:<host>'],
    ['a name that is none', ['--name', 'ip:1.2.3'], pem, '"ip:" needs an IPv4 or IPv6 address'],
    ['a depth', ['--max-depth', 'x'], pem, '--max-depth: "x" is not allowed; give a number of intermediates'],
    ['an instant', ['--at', 'now'], pem, '--at: "now" is not a time; write it as 2026-03-01T12:00:00Z'],
    ['a day that is none', ['--at', '2026-02-30'], pem, '--at: "2026-02-30" is not a time'],
    ['a purpose', ['--purpose', 'both'], pem, 'Allowed choices are client, server'],
  ] as const)('%s', async (_, options, content, message) => {
    await using workspace = await createWorkspace();
    const file = workspace.at('leaf.pem');
    if (content !== undefined) await workspace.write('leaf.pem', content);
    const trust = options ? ['--trust', await workspace.write('trust.pem', pemOf(...anchors)), ...options] : [];
    const { code, out, err } = await call(['chain', file, ...trust]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err).not.toContain('internal error');
  });

  test.each(['--trust', '--intermediates'])('a file of %s, by its name', async (option) => {
    await using workspace = await createWorkspace();
    const file = await workspace.write('leaf.pem', pem);
    const trust = ['--trust', await workspace.write('trust.pem', pemOf(...anchors))];
    const bad = await workspace.write('bad.pem', `${pem}${pem.replace(/\n[^-]{60}/, '\n')}`);
    const { code, err } = await call(['chain', file, ...trust, option, bad]);
    expect(code).toBe(2);
    expect(err).toContain(`${bad}, certificate 2 (line ${pem.split('\n').length}) `);
  });
});

test('whatever the bytes of a file are, the command says so or judges them, and never breaks', async () => {
  await using workspace = await createWorkspace();
  const { leaf, intermediates, anchors } = chainOf();
  const trust = await workspace.write('trust.pem', pemOf(...anchors));
  const between = await workspace.write('between.pem', pemOf(...intermediates));
  const whole = Buffer.from(pemOf(leaf));
  const file = workspace.at('damaged.pem');
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 6 }), fc.nat(8), async (at, put, cut) => {
      const place = at % whole.length;
      const bytes = Buffer.concat([whole.subarray(0, place), put, whole.subarray(place + cut)]);
      await writeFile(file, bytes);
      const { code, out, err } = await call(['chain', file, '--trust', trust, '--intermediates', between]);
      expect([0, 1, 2]).toContain(code);
      expect(err).not.toContain('internal error');
      expect(code === 2 ? err : out).toContain(file);
    }),
    { seed: 5280, numRuns: 150 },
  );
});
