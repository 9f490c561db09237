import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** A device offers all policies that it supports, not only those of the server. */
export const offeredPolicies = defineTolerance({
  id: 'discovery/offered-policies',
  title: 'A policy of the server is found among those offered, in any set and order',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['DISC-17'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'unknown',
    says: 'Windows offers OnPremise and Federated; other clients, which offer other sets, cannot enroll',
  },
  remedy: 'Look for a policy of the server anywhere in AuthPolicies.',
  kind: 'discover',
  family: 'offered-policies',
  refusals: {
    'a server that looks at the first policy only': /AuthPolicies><AuthPolicy>(?!OnPremise)/,
    'a server that wants a choice': /AuthPolicies><AuthPolicy>OnPremise<\/AuthPolicy><\/AuthPolicies>/,
    'a server that wants two at most': /(<AuthPolicy>\w+<\/AuthPolicy>){3}/,
  },
});
