import { behaves } from '../../harness/engine/rule/departures.ts';
import { defineSessionRefusal } from './shared/define-session-refusal.ts';

/** The device proves itself by the secret that it had, so that a challenge is not the last word. */
export const managementUnenrolledDevice = defineSessionRefusal({
  id: 'management/unenrolled-device',
  title: 'A device that left gets no session any more',
  level: 'MUST',
  basis: 'security',
  requirements: ['SYN-26'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'security',
    says: 'whoever has the old certificate of a device gets the commands that were meant for its user',
  },
  remedy: 'Revoke the certificate and the secret of a device that left.',
  deviation: 'manage-unenrolled',
  counterexamples: [
    { name: 'a server that goes on with it', ...behaves({ admits: 'unenrolled' }) },
    { name: 'a server that did not take notice', ...behaves({ leaving: 'unnoticed' }) },
  ],
});
