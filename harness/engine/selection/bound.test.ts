import { describe, expect, test } from 'vitest';
import { issueFamily } from '../../device/run/family.ts';
import { windowsCertificateRequest, withWrongSignature } from '../../protocol/pki/read/certificate-request.ts';
import { referenceSession } from '../../testing/reference-run.ts';
import { matchesWhere } from './bound.ts';
import type { Departure } from '../rule/counterexample.ts';
import { answer } from '../rule/departures.ts';
import { openDossier } from '../evidence/dossier.ts';

describe('a request whose credential and content are wrong', () => {
  test('shows neither where it is refused', async () => {
    expect(await sortsOf()).toEqual({ 'csr-signature': [], 'security-missing': [] });
  });

  test('shows both where it is accepted', async () => {
    const accepted = answer('issue fault', { as: 'control' });
    const names = ['no-credential-and-a-wrong-signature'];
    expect(await sortsOf(accepted)).toEqual({ 'csr-signature': names, 'security-missing': names });
  });
});

/** Which requests of a run are taken for what they are wrong in. */
async function sortsOf(...departures: readonly Departure[]): Promise<Record<string, readonly string[]>> {
  using dossier = openDossier(await referenceSession({ departures, scenarios: [twiceWrong] }));
  const names = (deviation: string): string[] =>
    dossier.evidence
      .filter((item) => matchesWhere(item, { deviation }))
      .map(({ exchange }) => exchange.label?.name ?? '');
  return { 'csr-signature': names('csr-signature'), 'security-missing': names('security-missing') };
}

const twiceWrong = issueFamily({
  id: 'twice-wrong',
  title: 'A request is wrong in two ways',
  variations: [
    {
      variant: 'no credential and a wrong signature',
      deviations: ['security-missing', 'csr-signature'],
      edits: [{ xml: { op: 'remove', at: '//wsse:Security' } }],
      csr: (key, identity) => withWrongSignature(windowsCertificateRequest(key, identity)),
    },
  ],
});
