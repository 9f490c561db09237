import { defineSessionTolerance } from './shared/define-session-tolerance.ts';

/** Windows was seen to send 0 after it started (fleetdm/fleet issue 25581). */
export const managementSessionIds = defineSessionTolerance({
  id: 'management/session-ids',
  title: 'SessionID is taken as a text: 0, hexadecimal digits and leading zeros',
  level: 'MUST',
  basis: 'specification',
  requirements: ['SYN-31'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'a device whose session has such an id is not managed in it; after a start Windows was seen to send 0 (fleetdm/fleet issue 25581)',
  },
  remedy: 'Take SessionID for a text of at most four characters.',
  family: 'session-ids',
  refusals: {
    'a server that begins to count at 1': '<SessionID>0</SessionID>',
    'a server that reads a decimal number': '<SessionID>ff</SessionID>',
    'a server that expects two characters': '<SessionID>1F2C</SessionID>',
  },
});
