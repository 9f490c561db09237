import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** A published sample has one that the schema lacks, and later versions will have more. */
export const unknownElements = defineTolerance({
  id: 'discovery/unknown-elements',
  title: 'Elements of request that the server does not know are ignored',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['DISC-23'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'unknown', says: 'no Windows is known to send further elements; the first that does cannot enroll' },
  remedy: 'Pass over elements that are unknown; do not validate requests strictly.',
  kind: 'discover',
  family: 'unknown-elements',
  refusals: {
    'a strict schema': '<FutureElement',
    'a server without OSVersion': '<OSVersion',
  },
});
