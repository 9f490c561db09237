import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** Other spellings of numbers and versions that the schema allows. */
export const valueFormats = defineTolerance({
  id: 'discovery/value-formats',
  title: 'Values of request are accepted in each format of their type',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['ROB-03'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'unknown', says: 'Windows writes no such values; other clients that do cannot enroll' },
  remedy: 'Check no format of a value that the service does not need.',
  kind: 'discover',
  family: 'value-formats',
  refusals: {
    'a check of digits': 'OSEdition>0072<',
    'a check of version parts': 'ApplicationVersion>10.0.19043.<',
  },
});
