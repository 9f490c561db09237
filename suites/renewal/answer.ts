import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer, close } from '../../harness/engine/rule/departures.ts';
import { renewalFinding } from './shared/renewal-finding.ts';

/**
 * A server that advertises renewal has to renew. Devices renew automatically, and nobody notices a failure until their
 * certificates have expired. The message is in single base64, as in every automatic renewal.
 */
export const renewalAnswer = defineCheck({
  id: 'renewal/answer',
  title: 'A certificate that the server says it renews is renewed',
  level: 'MUST',
  basis: 'interoperability',
  requirements: ['REN-01', 'REN-13', 'PROV-20'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'no device renews, and the enrollment of each ends when its certificate expires',
    evidence: { by: 'reported', source: 'fleetdm/fleet issue 50611: RenewErrorCode 0x801900C8' },
  },
  remedy:
    'Answer RequestType Renew with the certificate for the new key in the PKCS #7 message, or do not send WSTEP/Renew at all.',
  needs: { each: 'renew', filter: 'attempt' },

  *judge(evidence) {
    yield* renewalFinding(evidence);
  },

  counterexamples: [
    { name: 'RequestType Renew that is unknown', ...answer('renew', { as: 'fault', subcode: 'MessageFormat' }) },
    { name: 'an HTML page', ...answer('renew', { as: 'html' }) },
    { name: 'a server that breaks down', ...answer('renew', { as: 'fault', subcode: 'InternalServiceFault' }) },
    { name: 'a closed connection', ...close('renew') },
    {
      name: 'a message that is accepted in double base64 only',
      on: 'renew',
      matching: '#PKCS7"[^>]*>MII',
      answer: { as: 'fault', subcode: 'MessageFormat' },
    },
  ],
});
