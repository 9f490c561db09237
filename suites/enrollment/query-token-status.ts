import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer } from '../../harness/engine/rule/departures.ts';
import { refusalFinding } from '../../harness/engine/rule/refusal-finding.ts';
import { givesCertificate } from './shared/given-certificate.ts';

const deviation = 'query-token-status';

/** A server may not store the status of requests. It then has to say so, and must not start a new request. */
export const queryTokenStatus = defineCheck({
  id: 'enrollment/query-token-status',
  title: 'A question for the status of a request is answered with a SOAP fault where it is not implemented',
  level: 'MUST',
  basis: 'specification',
  requirements: ['ENR-42'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'unknown',
    says: 'Windows sends no such request; whoever asks for the state of one enrollment gets another one',
  },
  remedy: 'Answer RequestType QueryTokenStatus with a SOAP fault, unless you implement it.',
  needs: { each: 'issue', where: { deviation } },
  applies: {
    when: 'the server does not tell the status of requests',
    test: (evidence) => evidence.state !== 'success' || givesCertificate(evidence),
  },

  *judge(evidence) {
    yield* refusalFinding(evidence);
  },

  counterexamples: [
    { name: 'a certificate in place of a status', deviation, ...answer('issue fault', { as: 'control' }) },
    { name: 'an HTML page in place of a fault', deviation, ...answer('issue fault', { as: 'html' }) },
  ],
});
