import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** Windows writes true, the published samples True. */
export const booleanVariants = defineTolerance({
  id: 'enrollment/boolean-variants',
  title: 'Boolean ContextItems are accepted as true and as True',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['ENR-20'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'unknown',
    says: 'Windows writes true and false; another client that writes True, as the samples do, may not enroll',
  },
  remedy: 'Compare true and false without regard to letter case.',
  kind: 'issue',
  family: 'boolean-variants',
  refusals: { 'a server that knows true only': 'Name="UXInitiated"><ac:Value>True<' },
});
