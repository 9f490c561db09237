import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** Each version of Windows has brought new items, and devices are updated before servers are. */
export const unknownContextItems = defineTolerance({
  id: 'enrollment/unknown-context-items',
  title: 'A ContextItem that the server does not know is ignored',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['ENR-13', 'ROB-13'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'unknown',
    says: 'no Windows sends this item yet; a later one that brings an item of its own may not enroll',
  },
  remedy: 'Read the ContextItems that the server knows and pass over all others.',
  kind: 'issue',
  family: 'unknown-context-items',
  refusals: { 'a server with a closed list of items': 'Name="FutureFlag"' },
});
