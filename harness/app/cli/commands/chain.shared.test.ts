import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { sharedFolder } from '../../../testing/shared-folder.ts';
import { call } from '../testing/io.ts';

const folder = path.join(sharedFolder, 'cases', 'chains');
const present = existsSync(folder);
const file = (name: string): string => path.join(folder, `${name}.pem`);
const limbo = ['--at', '2024-03-13', '--purpose', 'server', '--name', 'dns:example.com'];
const issued = ['--at', '2026-12-01'];

interface Printed {
  readonly findings: readonly { readonly rule: string }[];
  readonly warnings: readonly { readonly rule: string }[];
}

describe.skipIf(!present)(`chain on the cases${present ? '' : ' (skipped: the folder is not there)'}`, () => {
  test.each([
    ['explicit-curve.leaf', 'explicit-curve.trust', limbo, 1, ['named-curve', 'named-curve'], []],
    ['rsa1024.leaf', 'rsa1024.trust', limbo, 0, [], ['key-strength']],
    ['webpki_malformed-aia.leaf', 'webpki_malformed-aia.trust', limbo, 0, [], ['information-access-value']],
    ['chain-intermediate-eku-serverauth', 'chain-root', issued, 1, ['purpose'], []],
    ['chain-leaf-raw-ecdsa-signature', 'chain-ecroot', issued, 1, ['signature'], []],
  ])('%s', async (leaf, trust, words, code, findings, warnings) => {
    const called = await call(['chain', file(leaf), '--trust', file(trust), ...words, '--json']);
    const printed = JSON.parse(called.out) as Printed;
    const rulesOf = (all: Printed['findings']): string[] => all.map(({ rule }) => rule);
    expect({ code: called.code, findings: rulesOf(printed.findings), warnings: rulesOf(printed.warnings) }).toEqual({
      code,
      findings,
      warnings,
    });
  });

  test('a signature of r and s side by side is called that', async () => {
    const leaf = file('chain-leaf-raw-ecdsa-signature');
    const { out } = await call(['chain', leaf, '--trust', file('chain-ecroot'), ...issued]);
    expect(out).toContain('the signature value is r and s side by side, not a DER SEQUENCE');
    expect(out).not.toContain('is not by');
  });
});
