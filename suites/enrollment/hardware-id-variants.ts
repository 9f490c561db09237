import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** The published sample has a blank behind the 64 digits. */
export const hardwareIdVariants = defineTolerance({
  id: 'enrollment/hardware-id-variants',
  title: 'HWDevID is accepted in lower case and with a blank behind it',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['ENR-16'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'unknown',
    says: 'Windows is not known to write HWDevID so; another client that does, as the samples do, may not enroll',
  },
  remedy: 'Trim HWDevID and compare it without regard to letter case.',
  kind: 'issue',
  family: 'hardware-id-variants',
  refusals: {
    'a server that wants upper case': /Name="HWDevID"><ac:Value>[0-9a-f]{64}</,
    'a server that wants 64 characters': /Name="HWDevID"><ac:Value>[0-9A-F]{64} </,
  },
});
