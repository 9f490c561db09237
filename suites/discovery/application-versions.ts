import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';
import { witnesses } from '../../harness/engine/rule/witnesses.ts';

/** The version of the client grows with each update of Windows. */
export const applicationVersions = defineTolerance({
  id: 'discovery/application-versions',
  title: 'ApplicationVersion is not compared with a list',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['DISC-14'],
  since: '0.1.0',
  impact: { kind: 'breaks', says: 'devices with another update of Windows cannot enroll', evidence: witnesses.steps },
  remedy: 'Accept any ApplicationVersion.',
  kind: 'discover',
  family: 'application-versions',
  refusals: {
    'a list of known versions': 'ApplicationVersion>99.0.0.0<',
    'a lowest version': 'ApplicationVersion>0.0.0.0<',
  },
});
