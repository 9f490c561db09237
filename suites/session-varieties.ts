import type { Variety } from './variety.ts';

/** What the scenarios of the phase management vary, for the table of all. */
export const sessionVarieties: Readonly<Record<string, Variety>> = {
  'session-identity': {
    deviations: ['manage-forged-header', 'manage-no-certificate', 'manage-other-device', 'manage-stranger'],
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
  'expired-session': { deviations: ['state-expired-certificate'] },
};
