import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** White space around a number is not part of it; published samples have it. */
export const paddedNumbers = defineTolerance({
  id: 'discovery/padded-numbers',
  title: 'White space around the numbers in request is accepted',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['ROB-04'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'unknown', says: 'Windows writes no white space there; other clients that do cannot enroll' },
  remedy: 'Trim values before they are read.',
  kind: 'discover',
  family: 'padded-numbers',
  refusals: {
    'a number that is not trimmed': 'OSEdition> 72<',
    'a version that is not trimmed': /RequestVersion>\s/,
  },
});
