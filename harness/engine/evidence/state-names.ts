/** States of a server in which a valid request for a certificate is refused. */
export const refusingStates = [
  'authorization',
  'device-cap',
  'unsupported-device',
  'license',
  'maintenance',
  'custom-error',
  'ca-down',
] as const;

/** States of a server, or of the certificates that it issues, in which the renewal of a certificate is refused. */
const renewalStates = ['not-eligible-to-renew', 'expired-certificate', 'early-renewal'] as const;

/** Not states of the server, but what it does for a user who was prepared: it lets another one enroll, or has every certificate due. */
export const userStates = ['second-user', 'renewal-due'] as const;

/** What no client can bring about by itself. */
export const stateNames = [...refusingStates, ...renewalStates, ...userStates] as const;

/** A state by its name in the target file. */
export type StateName = (typeof stateNames)[number];
