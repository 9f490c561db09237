import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** What a device may ask for is a number that grows with its releases. */
export const requestVersions = defineTolerance({
  id: 'discovery/request-versions',
  title: 'Every documented RequestVersion, from 1.0 to 7.0, is answered',
  level: 'MUST',
  basis: 'documentation',
  requirements: ['DISC-11'],
  since: '0.1.0',
  impact: { kind: 'breaks', hresult: '0x80180001', says: 'no device of that version of Windows can enroll' },
  remedy: 'Answer every RequestVersion from 1.0 on, with the EnrollmentVersion that both sides speak.',
  kind: 'discover',
  family: 'request-versions',
  refusals: {
    'a server without the older versions': /<RequestVersion>[1-3]\.0</,
    'a server that knows 4.0 only': /<RequestVersion>(?!4\.0<)/,
    'a server that knows no newer version than 6.0': 'RequestVersion>7.0<',
  },
});
