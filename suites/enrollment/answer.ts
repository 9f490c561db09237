import { answerFinding } from '../../harness/engine/rule/answer-finding.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer, behaves, close, rename } from '../../harness/engine/rule/departures.ts';
import { witnesses } from '../../harness/engine/rule/witnesses.ts';

/**
 * This answer carries the certificate and the whole configuration. The device asks at the address that Discover gave,
 * without SOAPAction and without cookies. A second device of the same user, a Windows 11 25H2, asks after it.
 */
export const enrollmentAnswer = defineCheck({
  id: 'enrollment/answer',
  title: 'A valid RequestSecurityToken gets a RequestSecurityTokenResponseCollection',
  level: 'MUST',
  basis: 'windows',
  requirements: ['TRN-16', 'TRN-22', 'TRN-26', 'TRN-29', 'ENR-03', 'ROB-06'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'the enrollment ends without a certificate',
    evidence: witnesses.steps,
  },
  remedy: 'Answer each valid RequestSecurityToken with HTTP 200 and a SOAP 1.2 RequestSecurityTokenResponseCollection.',
  needs: { each: 'issue', filter: 'attempt' },

  *judge(evidence) {
    yield* answerFinding(evidence);
  },

  counterexamples: [
    { name: 'an empty answer', ...answer('issue', { as: 'empty' }) },
    { name: 'an HTML page', ...answer('issue', { as: 'html' }) },
    { name: 'a fault', ...answer('issue', { as: 'fault', subcode: 'CertificateRequest' }) },
    { name: 'a closed connection', ...close('issue') },
    {
      name: 'a response outside of a collection',
      ...rename('issue', '//wst:RequestSecurityTokenResponseCollection', 'RequestSecurityTokenResponse'),
    },
    {
      name: 'a refusal of Windows 11 25H2',
      on: 'issue',
      asked: 'Name="AttestationStatusHResult"',
      answer: { as: 'fault', subcode: 'MessageFormat' },
    },
    { name: 'a refusal of some devices', ...behaves({ refusesWindowsCsr: true }) },
  ],
});
