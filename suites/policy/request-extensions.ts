import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** The schema keeps these places open for later clients. */
export const requestExtensions = defineTolerance({
  id: 'policy/request-extensions',
  title: 'Nil policyOIDs, and unknown elements in client and requestFilter, do no harm to GetPolicies',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['POL-31'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'unknown', says: 'Windows sends no such elements; a later client that does gets no policies' },
  remedy: 'Pass over elements of GetPolicies that are nil or unknown.',
  kind: 'get-policies',
  family: 'policy-extensions',
  refusals: {
    'a refusal of elements that it does not know': 'urn:mde-conformance:unknown',
    'a refusal of a filter that is not nil': '<x:policyOIDs ',
  },
});
