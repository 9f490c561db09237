import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** MS-MDE2 3.1.4.1.3.1: a number that grows with the releases of Windows; 4.0 came with Windows 10 1703. */
export const requestVersions = defineTolerance({
  id: 'discovery/request-versions',
  title: 'Every RequestVersion from 4.0 to 7.0 is answered',
  level: 'MUST',
  basis: 'documentation',
  requirements: ['DISC-11'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'no device of that version of Windows can enroll',
    evidence: { by: 'reported', source: 'fleetdm/fleet issues 15698 and 31690' },
  },
  seen: 'fleetdm/fleet issues 15698 and 31690: 0x80180006',
  remedy: 'Answer every RequestVersion from 4.0 on, with the EnrollmentVersion that both sides speak.',
  kind: 'discover',
  family: 'request-versions',
  refusals: {
    'a server that knows 4.0 only': /<RequestVersion>(?!4\.0<)/,
    'a server that knows no newer version than 6.0': 'RequestVersion>7.0<',
  },
});
