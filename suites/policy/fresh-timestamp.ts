import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** The refusal of an expired Timestamp proves something only if the server accepts a valid one. */
export const freshTimestamp = defineTolerance({
  id: 'policy/fresh-timestamp',
  title: 'GetPolicies with a Timestamp that has not expired is answered',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['FLT-09'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'unknown',
    says: 'Windows sends no Timestamp beside a password or token; a client that does gets no policies',
  },
  remedy: 'Accept a Timestamp in the Security header until it expires, with some minutes for clocks that differ.',
  kind: 'get-policies',
  family: 'policy-security',
  refusals: { 'a refusal of every Timestamp': '<u:Timestamp ' },
});
