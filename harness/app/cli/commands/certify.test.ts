import { appendFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serialiseHar } from '../../../wire/har/har.ts';
import { goldenHar } from '../../../testing/golden-session.ts';
import { call } from '../testing/io.ts';
import type { Called } from '../testing/io.ts';
import { writeKeys } from '../testing/key-files.ts';
import { signedFolder } from '../testing/signed-folder.ts';
import { createWorkspace } from '../testing/workspace.ts';
import type { Workspace } from '../testing/workspace.ts';

/** Milliseconds; the whole session is judged some times. */
const timeout = 300_000;

const statement = {
  product: 'Contoso MDM ``` # <b>',
  version: '4.2',
  vendor: 'Contoso',
  contact: 'mdm@contoso.example',
  ways: ['on-premise'],
  capabilities: ['renew', 'manage'],
};
let workspace: Workspace;

beforeAll(async () => {
  workspace = await createWorkspace();
  await writeKeys(workspace, 'ed25519');
  const har = await workspace.write('golden.har', serialiseHar(await goldenHar()));
  const args = ['--format', 'junit', '--sign', workspace.at('key.pem'), '--out', workspace.at('run')];
  expect((await call(['audit', har, ...args])).code).toBe(0);
}, timeout);

afterAll(async () => {
  await workspace[Symbol.asyncDispose]();
});

async function certify(changes: object, ...options: readonly string[]): Promise<Called> {
  const file = await workspace.write('statement.yaml', JSON.stringify({ ...statement, ...changes }));
  return await call(['certify', workspace.at('run'), '--statement', file, ...options]);
}

describe('certify', { timeout }, () => {
  test('writes a signed kit that verifies and says how to reproduce it', async () => {
    const keys = ['--key', workspace.at('key.pub.pem'), '--sign', workspace.at('key.pem')];
    const { code, out, err } = await certify({}, '--out', workspace.at('kit'), ...keys);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(
      /^✓ Ready to hand in\n {2}Set 1: \d+ of \d+ checks passed, 0 failed, \d+ inapplicable; \d+ others were judged and are not scored\n/,
    );
    expect(out).toContain(
      `Wrote the reports, statement.yaml, REPRODUCE.md, manifest.json, manifest.dsse.json to ${workspace.at('kit')}\n`,
    );
    const kit = [...(await workspace.files()).keys()].filter((name) => name.startsWith('kit/')).sort();
    const names = [
      'REPRODUCE.md',
      'junit.xml',
      'manifest.dsse.json',
      'manifest.json',
      'results.json',
      'session.har',
      'statement.yaml',
    ];
    expect(kit).toEqual(names.map((name) => `kit/${name}`));
    const text = await workspace.read('kit/REPRODUCE.md');
    expect(text).toContain("Product: Contoso MDM ''' # <b> 4.2, of Contoso\n");
    expect(text.match(/```/g)).toHaveLength(6);
    expect(text).toContain('Verdict: Conformant\n');
    const verified = await call(['verify', workspace.at('kit'), '--key', workspace.at('key.pub.pem')]);
    expect(verified).toMatchObject({ code: 0, err: '' });
    expect(verified.out).toMatch(/5 files as the manifest says/);
  });

  test('refuses what the run does not show, and writes nothing', async () => {
    const changes = {
      ways: ['federated'],
      capabilities: [],
      deviations: [
        { check: 'discovery/none', reason: 'x' },
        { check: 'discovery/answer', reason: 'x' },
      ],
    };
    const { code, out } = await certify(changes, '--out', workspace.at('refused'));
    expect(code).toBe(1);
    expect(out).toMatch(/^✕ Not ready to hand in\n/);
    expect(out).toMatch(
      /✕ the statement declares the way in "federated", and the run did not judge it: the server does not choose it/,
    );
    expect(out).toMatch(/✕ the statement declares a deviation from discovery\/none, which the run did not judge/);
    expect(out).toMatch(/Note: the statement declares a deviation from discovery\/answer, and it passed/);
    expect(out).toMatch(/Note: the way in "on-premise" was judged, and the statement does not declare it/);
    expect(out).toMatch(/Note: the capability "renew" works, and the statement does not declare it/);
    expect([...(await workspace.files()).keys()].filter((name) => name.startsWith('refused'))).toEqual([]);
  });

  test('--check says what is missing of a run that was changed, limited, or leaves something open', async () => {
    await using other = await signedFolder('ed25519', '--format', 'json', '--suite', 'discovery');
    await appendFile(other.at('run/results.json'), ' ');
    const file = await other.write('statement.yaml', JSON.stringify({ ...statement, ways: ['entra'] }));
    const { code, out } = await call(['certify', other.at('run'), '--statement', file, '--check', '--json']);
    expect(code).toBe(1);
    const { isReady, missing } = JSON.parse(out) as { isReady: boolean; missing: string[] };
    expect(isReady).toBe(false);
    expect(missing.join('\n')).toMatch(/results\.json was changed: its SHA-256 is another/);
    expect(missing.join('\n')).toMatch(/the run was limited to suite=discovery; run the whole suite/);
    expect(missing.join('\n')).toMatch(
      /\d+ checks of the set not judged, because the run was limited .*: transport\/host-answer, /,
    );
    expect(missing.join('\n')).toMatch(/checks of the set could not be judged: /);
    expect(missing.join('\n')).toMatch(
      /2 checks failed and not declared as deviation in the statement: discovery\/auth-policy, discovery\/schema/,
    );
    expect(missing.join('\n')).toMatch(/declares the capability "manage", and management\/answer is not judged/);
  });

  test.each<[what: string, options: (at: Workspace['at']) => string[], message: RegExp]>([
    ['no statement', () => ['--check'], /certify needs --statement <file>/],
    [
      'no folder for the kit',
      (at) => ['--statement', at('statement.yaml')],
      /certify needs --out <folder> for the kit, or --check/,
    ],
    [
      'the folder of the run for the kit',
      (at) => ['--statement', at('statement.yaml'), '--out', at('run')],
      /is the folder of the run; name another one for the kit/,
    ],
    [
      'a statement that is not there',
      (at) => ['--statement', at('none.yaml'), '--check'],
      /none\.yaml cannot be read: there is no such file/,
    ],
    [
      'a key that is none',
      (at) => ['--statement', at('statement.yaml'), '--check', '--sign', at('statement.yaml')],
      /holds no PEM; expected a private key/,
    ],
  ])('with %s ends with 2', async (_, options, message) => {
    await workspace.write('statement.yaml', JSON.stringify(statement));
    const { code, out, err } = await call(['certify', workspace.at('run'), ...options(workspace.at)]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
  });
});
