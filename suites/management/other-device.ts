import { behaves } from '../../harness/engine/rule/departures.ts';
import { defineSessionRefusal } from './shared/define-session-refusal.ts';

/** What the server took the device for, its answer does not tell: `unenrollment-of-another` shows it. */
export const managementOtherDevice = defineSessionRefusal({
  id: 'management/other-device',
  title: 'A device gets no session in the name of another one',
  level: 'SHOULD',
  basis: 'security',
  requirements: ['SYN-15'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'unknown',
    says: 'a server that goes by the DeviceID gives one device the commands of another; one that goes by the certificate answers as if nothing were wrong',
  },
  remedy: 'Refuse a message whose Source is not the device of the certificate.',
  deviation: 'manage-other-device',
  counterexamples: [{ name: 'a server that goes by the DeviceID', ...behaves({ admits: 'named', proof: 'unasked' }) }],
});
