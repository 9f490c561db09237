import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer } from '../../harness/engine/rule/departures.ts';
import { refusalFinding } from '../../harness/engine/rule/refusal-finding.ts';
import { givesCertificate } from './shared/given-certificate.ts';

const deviation = 'key-exchange-token';

/** MS-WSTEP defines requests that enrollment does not need; a server that implements them may answer them. */
export const keyExchangeToken = defineCheck({
  id: 'enrollment/key-exchange-token',
  title: 'A request for a key exchange token is answered with a SOAP fault where it is not implemented',
  level: 'MUST',
  basis: 'specification',
  requirements: ['ENR-42'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'unknown',
    says: 'Windows sends no such request; whoever does so gets a certificate that he did not ask for',
  },
  remedy: 'Answer RequestType KET with a SOAP fault, unless you implement it.',
  needs: { each: 'issue', where: { deviation } },
  applies: {
    when: 'the server does not give key exchange tokens',
    test: (evidence) => evidence.state !== 'success' || givesCertificate(evidence),
  },

  *judge(evidence) {
    yield* refusalFinding(evidence);
  },

  counterexamples: [
    { name: 'a certificate in place of a key exchange token', deviation, ...answer('issue fault', { as: 'control' }) },
    { name: 'an HTML page in place of a fault', deviation, ...answer('issue fault', { as: 'html' }) },
  ],
});
