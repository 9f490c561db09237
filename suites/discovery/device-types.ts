import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';
import { witnesses } from '../../harness/engine/rule/witnesses.ts';

/** Documents name three, and the schema two. */
export const deviceTypes = defineTolerance({
  id: 'discovery/device-types',
  title: 'DeviceType is not compared with a list',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['DISC-15'],
  since: '0.1.0',
  impact: { kind: 'breaks', says: 'devices of another kind cannot enroll', evidence: witnesses.steps },
  remedy: 'Accept any DeviceType.',
  kind: 'discover',
  family: 'device-types',
  refusals: {
    'a server for desktops only': 'DeviceType>WindowsPhone<',
    'the list of the schema': /DeviceType>Windows(?!Phone)/,
  },
});
