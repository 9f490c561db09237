import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer, behaves } from '../../harness/engine/rule/departures.ts';
import { refusalFinding } from '../../harness/engine/rule/refusal-finding.ts';

const deviations = ['token-changed', 'token-signature', 'token-expired', 'token-audience'];

/** The user reads that he has to sign in again, and nothing of a broken server. A token that cannot be read may count as a bad header. */
export const tokenSubcode = defineCheck({
  id: 'authentication/token-subcode',
  title: 'A token that is not valid is refused with subcode Authentication',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['AUTH-10', 'AUTH-11'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'unknown', says: 'whether the user learns that he has to sign in again' },
  remedy: 'Refuse a token that is not valid with a SOAP fault whose subcode is Authentication.',
  needs: { each: ['get-policies', 'issue'], where: { deviation: deviations } },
  applies: { when: 'the server refuses the request with a fault', test: ({ state }) => state === 'fault' },

  *judge(evidence) {
    const isOfOthers = evidence.facts.deviations.includes('token-audience');
    yield* refusalFinding(evidence, 'Authentication', 'InvalidSecurity', ...(isOfOthers ? ['Authorization'] : []));
  },

  counterexamples: [
    {
      name: 'a policy service that blames the message',
      ...behaves({ tokenSeconds: 900 }),
      and: [answer('get-policies fault', { as: 'fault', subcode: 'MessageFormat' })],
    },
    {
      name: 'an enrollment service that blames itself',
      ...behaves({ tokenSeconds: 900 }),
      and: [answer('issue fault', { as: 'fault', subcode: 'EnrollmentServer' })],
    },
  ],
});
