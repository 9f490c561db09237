import { defineSessionTolerance } from './shared/define-session-tolerance.ts';

/** Recorded devices name the DeviceID of their enrollment in both places; an account with USEHWDEVID asks for another id. */
export const managementHardwareId = defineSessionTolerance({
  id: 'management/hardware-id',
  title:
    'A device that names its hardware id in Source and DevInfo/DevId gets a session, like one that names its DeviceID',
  level: 'MAY',
  basis: 'interoperability',
  requirements: ['SYN-27'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'unknown',
    says: 'recorded devices name the DeviceID of their enrollment; whether one names another id is not known',
  },
  remedy:
    'Know a device by its certificate or its secret, and take any id in Source that is not the id of another device.',
  family: 'session-device-id',
  refusals: { 'a server that compares Source with the DeviceID of the enrollment': /<Source><LocURI>[0-9A-F]{64}</ },
});
