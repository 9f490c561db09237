import type { Variety } from './variety.ts';

/** What the scenarios of the phase management vary, for the table of all. */
export const sessionVarieties: Readonly<Record<string, Variety>> = {
  'session-identity': {
    families: ['session-device-id'],
    deviations: [
      'manage-forged-header',
      'manage-no-certificate',
      'manage-other-device',
      'manage-secret-alone',
      'manage-stranger',
    ],
  },
  'session-ids': { families: ['session-again', 'session-ids'] },
  'session-forms': { families: ['session-headers', 'session-writing'] },
  'session-contents': { families: ['session-alerts', 'session-answers'] },
  'session-courses': { families: ['session-ended', 'session-large', 'session-pending', 'session-repeated'] },
  'session-refusals': { deviations: ['doctype', 'malformed', 'manage-empty', 'method'] },
  'session-proofs': { deviations: ['manage-used-proof', 'manage-wrong-proof'] },
  'simultaneous-sessions': { families: ['simultaneous-sessions'] },
  'session-after-renewal': { families: ['first-renewal', 'renewed-certificate'] },
  'user-unenrollment': {
    families: ['unenrollment', 'unenrollment-of-another'],
    deviations: ['manage-in-name', 'manage-unenrolled'],
  },
  'state-unenroll': { deviations: ['manage-unenrolled', 'state-unenroll'] },
  'state-message-signing': { deviations: ['manage-no-certificate', 'manage-stranger', 'state-message-signing'] },
  'expired-session': { deviations: ['manage-secret-alone', 'state-expired-certificate'] },
};
