import { generateKeyPairSync } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { certificateEnrollment } from '../../../../suites/authentication/scenarios/certificate-enrollment.ts';
import { entraJoin } from '../../../../suites/authentication/scenarios/entra-join.ts';
import type { Scenario } from '../../../device/run/scenario.ts';
import { call } from '../testing/io.ts';
import { whileServing } from '../testing/serving.ts';
import type { Announced } from '../testing/serving.ts';
import { createWorkspace } from '../testing/workspace.ts';
import type { Workspace } from '../testing/workspace.ts';

interface Results {
  readonly judgements: readonly { readonly check: string; readonly outcome: string }[];
}

/** Runs one scenario at a server that announced itself, as the target file says besides: which checks passed and failed. */
async function runBy(
  { url, email, ca }: Announced,
  workspace: Workspace,
  entries: Readonly<Record<string, unknown>>,
  scenario: Scenario,
) {
  const target = await workspace.write('target.json', JSON.stringify({ url, email, ca, ...entries }));
  await call(['run', target, '--out', workspace.at('out'), '--format', 'json'], {}, [scenario]);
  const { judgements } = JSON.parse(await workspace.read('out/results.json')) as Results;
  const endedIn = (outcome: string) => judgements.filter((one) => one.outcome === outcome).map(({ check }) => check);
  return { passed: endedIn('passed'), failed: endedIn('failed') };
}

test('by the certificate that serve names a device enrolls', async () => {
  await using workspace = await createWorkspace();
  await whileServing(['--auth', 'certificate'], async (announced) => {
    const { certificate } = announced;
    expect((await stat(certificate?.keyFile ?? '')).mode & 0o777).toBe(0o600);
    const { passed, failed } = await runBy(announced, workspace, { certificate }, certificateEnrollment);
    expect(failed).toEqual([]);
    expect(passed).toEqual(expect.arrayContaining(['policy/answer', 'enrollment/answer']));
  });
});

test('with the issuer of a target file that serve is told to trust a device joins Microsoft Entra', async () => {
  await using workspace = await createWorkspace();
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  await workspace.write('issuer.pem', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  const entra = (termsOfUse: string) => ({
    entra: {
      termsOfUse,
      issuer: {
        tenant: '7f1c2d3e-4a5b-4c6d-8e7f-901234567890',
        audience: 'https://mdm.contoso.example',
        clientId: '3c2b1a09-8f7e-4d6c-9b5a-0123456789ab',
        keyFile: 'issuer.pem',
      },
    },
  });
  const before = { url: 'https://localhost/', email: 'user@contoso.example', ...entra('https://localhost/terms') };
  const printed = await call(['issuer', await workspace.write('before.json', JSON.stringify(before)), '--json']);
  expect(printed.code).toBe(0);
  const trusted = await workspace.write('trusted.json', printed.out);
  await whileServing(['--auth', 'entra', '--entra-issuer', trusted], async (announced) => {
    const { passed, failed } = await runBy(announced, workspace, entra(announced.termsOfUse ?? ''), entraJoin);
    expect(failed).toEqual([]);
    expect(passed).toEqual(expect.arrayContaining(['policy/answer', 'enrollment/answer']));
  });
});
