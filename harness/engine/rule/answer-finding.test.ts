import { expect, test } from 'vitest';
import { discoverAnswer } from '../../../suites/discovery/answer.ts';
import { policyAnswer } from '../../../suites/policy/answer.ts';
import { policiesOnly } from '../../../suites/policy/scenarios/policies-only.ts';
import { noteOf } from '../../app/assess.ts';
import type { Session, Transport } from '../../wire/exchange/exchange.ts';
import { referenceSession } from '../../testing/reference-run.ts';
import { bodyOf } from '../../testing/stub-server.ts';
import type { Check } from './check.ts';
import { openDossier } from '../evidence/dossier.ts';
import { judge } from '../verdict/judge.ts';

test('a certificate outside its dates has a code of its own during discovery, and none after it', async () => {
  expect(codeOf(discoverAnswer, await expiredFor(/Discover[ >]/))).toBe('0x8018000D');
  expect(codeOf(policyAnswer, await expiredFor(/GetPolicies[ >]/))).toBe('0x80180012');
});

/** A run in which the host of these messages has a certificate that has expired. */
function expiredFor(asked: RegExp): Promise<Session> {
  const tls = {
    protocol: 'TLSv1.3',
    cipher: 'x',
    authorized: false,
    error: 'CERT_HAS_EXPIRED',
    peerChain: [],
  } as const;
  const between =
    (transport: Transport): Transport =>
    async (request) =>
      asked.test(bodyOf(request))
        ? { kind: 'broken', reason: 'tls', message: 'The certificate has expired.', tls }
        : await transport(request);
  return referenceSession({ scenarios: [policiesOnly], between });
}

function codeOf(check: Check, session: Session): string | undefined {
  using dossier = openDossier(session);
  return judge(check, dossier, noteOf).findings[0]?.impact?.hresult;
}
