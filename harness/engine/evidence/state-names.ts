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

/**
 * States of a prepared user: a second user who may enroll, a user whose certificates are always due for renewal, or one whose devices have to
 * sign the messages of their sessions.
 */
export const userStates = ['second-user', 'renewal-due', 'message-signing'] as const;

/** A state of one device: its operator took it out of management. */
const deviceStates = ['unenroll'] as const;

/** All states that no client can cause. */
export const stateNames = [...refusingStates, ...renewalStates, ...deviceStates, ...userStates] as const;

/** A state by its name in the target file. */
export type StateName = (typeof stateNames)[number];
