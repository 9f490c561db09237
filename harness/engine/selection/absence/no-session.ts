import { isChallenge } from '../../evidence/challenge.ts';
import { isAbout } from './question.ts';
import type { Absence, Question, Reason } from './question.ts';

/** What only a device that proves itself by the secret of its account can send. */
const ofProofs: readonly string[] = ['manage-wrong-proof', 'manage-used-proof'];
/** What only a device that leaves sends. */
const ofLeaving: readonly string[] = ['manage-unenrolled', 'state-unenroll', 'unenrollment', 'unenrollment-of-another'];

/** A check of management sessions, where a recording holds none, nobody was to leave, or the server asks for no proof. */
export const noSession: Reason = (question) => {
  const { session, thirdParty, evidence } = question.dossier;
  if (!isAbout('manage', question)) return undefined;
  if (thirdParty && !evidence.some(({ kind }) => kind === 'manage')) {
    return inapplicable('applies when the recording holds a management session');
  }
  const effects = session.meta?.effects;
  if (isOf(ofLeaving, question) && effects?.includes('enroll') && !effects.includes('unenroll')) {
    return inapplicable('applies when the run may take its devices out again (--effects with unenroll)');
  }
  const isAsked = evidence.some((item) => isChallenge(item));
  const isHeld = evidence.some(({ kind, state }) => kind === 'manage' && state === 'success');
  if (isAsked && !isHeld) {
    return { outcome: 'inconclusive', reason: 'no session went on behind a challenge', blockedBy: 'management/proof' };
  }
  return isOf(ofProofs, question) && isHeld && !isAsked
    ? inapplicable('applies when the server asks devices to prove themselves by the secret of their account')
    : undefined;
};

function isOf(names: readonly string[], { needs, deviations }: Question): boolean {
  const family = !('flow' in needs) && needs.where && 'family' in needs.where ? [needs.where.family] : [];
  return [...deviations, ...family].some((name) => names.includes(name));
}

function inapplicable(reason: string): Absence {
  return { outcome: 'inapplicable', reason };
}
