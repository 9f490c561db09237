import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';
import { witnesses } from '../../harness/engine/rule/witnesses.ts';

/** New editions of Windows come with numbers that no server has seen. */
export const osEditions = defineTolerance({
  id: 'discovery/os-editions',
  title: 'An OSEdition that the server does not know is accepted',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['DISC-13'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'devices with an edition that the server does not know cannot enroll',
    evidence: witnesses.steps,
  },
  remedy: 'Accept any OSEdition; do not compare it with a list.',
  kind: 'discover',
  family: 'os-editions',
  refusals: {
    'a list of known editions': 'OSEdition>999<',
    'a signed number': 'OSEdition>4294967295<',
  },
});
