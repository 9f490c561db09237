import { expect, test } from 'vitest';
import { openDossier } from '../../harness/engine/evidence/dossier.ts';
import { judge } from '../../harness/engine/verdict/judge.ts';
import { createAuthority, poolAuthorityKeys } from '../../harness/protocol/pki/build/authority.ts';
import { readSentChain } from '../../harness/protocol/pki/read/server-certificate.ts';
import { seededBytes } from '../../harness/protocol/pki/build/seeded-bytes.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { referenceSessionOverTls } from '../../harness/testing/reference-run.ts';
import { noteOf } from '../../harness/app/assess.ts';
import { windowsEnrollment } from '../enrollment/scenarios/windows-enrollment.ts';
import { tlsIntermediates } from './tls-intermediates.ts';

const missing =
  /^The handshake of 127\.0\.0\.1:\d+ delivers 1 certificate; "CN=Reference TLS CA,O=MDE Conformance", who issued the last, is neither sent nor trusted$/;

testCheck(tlsIntermediates, {
  cleanIs: 'inapplicable',
  passesOverTls: true,
  fails: [missing, missing, missing],
  passes: { 'a certificate for another name, with its intermediate': { tls: 'wrong-name' } },
  inconclusive: {
    'a certificate that has expired': { tls: 'expired' },
    'a root that is sent and not trusted': { tls: 'other-root' },
  },
});

test('an intermediate that only the trust of the run holds is missing all the same', async () => {
  const authority = createAuthority({ now: () => new Date(), random: seededBytes('i'), keys: poolAuthorityKeys() });
  const [, intermediate] = readSentChain([authority.serverIdentity({ hosts: ['localhost'] }).chainPem]);
  if (!intermediate) throw new Error('the chain is not whole');
  const run = { scenarios: [windowsEnrollment], trusted: [intermediate.pem] };
  for (const [tls, message] of [
    [
      'leaf-only',
      /^The handshake of \S+ does not deliver "CN=Reference TLS CA,O=MDE Conformance", which only the trust/,
    ],
    ['old-versions', undefined],
  ] as const) {
    using dossier = openDossier(await referenceSessionOverTls({ ...run, departures: [{ tls }] }));
    const { findings } = judge(tlsIntermediates, dossier, noteOf);
    expect(dossier.evidence.at(-1)).toMatchObject({ kind: 'issue', state: 'success' });
    expect(findings.map((finding) => finding.message)).toEqual(message ? [expect.stringMatching(message)] : []);
  }
});
