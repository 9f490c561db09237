import { attemptsIn, inTimeOrder } from './attempts.ts';
import type { Attempt } from './attempts.ts';
import { decidingIn } from './deciding.ts';
import { factsOf } from './event-facts.ts';
import type { EventFacts } from './event-facts.ts';
import type { DeviceLog } from './log-entry.ts';

/**
 * What the logs say of the device. `refused`: its last enrollment failed. `in`: it enrolled, and no session after it failed. `session`: it
 * enrolled, but a session failed; or the log has a failed session alone. `commands`: the session took place, and the device refused a
 * command. `code`: there is no event of an enrollment, but a code. `open`: an
 * enrollment began and no end stands in the log. `silent`: the log does not tell.
 */
type Outcome = 'refused' | 'in' | 'session' | 'commands' | 'code' | 'open' | 'silent';

/** The answer of all logs of a device together. */
export interface LogVerdict {
  readonly outcome: Outcome;
  /** The record that says why; missing where none does. */
  readonly deciding?: EventFacts;
  /** The record of the end that carries the code which a person sees, if it is another one. */
  readonly shown?: EventFacts;
  /** The attempt that the answer is about. */
  readonly attempt?: Attempt;
  /** The log has the end of an enrollment that succeeded. */
  readonly isEnrolled?: boolean;
  /** A session took place after the enrollment that failed, so that the device is enrolled all the same. */
  readonly isLater?: boolean;
  readonly attempts: readonly Attempt[];
  /** Everything, in order of time. */
  readonly facts: readonly EventFacts[];
}

const enrollmentIds: readonly number[] = [
  ...[
    3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 16, 17, 52, 53, 54, 55, 56, 57, 58, 59, 63, 66, 68, 69, 71, 72, 75, 76, 90, 91,
  ],
];
const sessionIds: readonly number[] = [200, 201, 202, 203, 204, 205, 208, 209, 210, 212, 218, 224, 231, 255, 404];
const endings: readonly number[] = [55, 71, 76];

/** Puts the records of all logs in order of time, and finds the one that says why the device did not get in. */
export function verdictOn(logs: readonly DeviceLog[]): LogVerdict {
  const facts = inTimeOrder(logs.flatMap(({ entries }) => entries.map(factsOf)));
  const attempts = attemptsIn(facts);
  const all = { attempts, facts };
  const enrollment = attempts.findLast((attempt) => has(attempt, enrollmentIds));
  const since = enrollment ? attempts.indexOf(enrollment) : 0;
  const session = attempts.findLast((attempt, index) => index >= since && has(attempt, sessionIds));
  const isFailed = enrollment !== undefined && !isIn(enrollment);
  const isLater = isFailed && session !== undefined && session !== enrollment && isManaged(session);
  if (isFailed && !isLater) return failure(enrollment, all);
  const last = session ?? enrollment;
  if (last) return { ...afterEnrollment(last), isEnrolled: enrollment !== undefined, isLater, attempt: last, ...all };
  const other = decidingIn(facts, 'other');
  return other ? { outcome: 'code', deciding: other, ...all } : { outcome: 'silent', ...all };
}

function failure(attempt: Attempt, all: Pick<LogVerdict, 'attempts' | 'facts'>): LogVerdict {
  const deciding = decidingIn(attempt.facts, 'enrollment');
  const isEnded = attempt.facts.some(({ entry, isMdm }) => isMdm && endings.includes(entry.eventId ?? 0));
  const shown = attempt.facts.findLast(
    ({ entry, isMdm, result }) => isMdm && endings.includes(entry.eventId ?? 0) && result !== undefined,
  );
  return {
    outcome: isEnded || deciding !== undefined ? 'refused' : 'open',
    ...(deciding === undefined ? {} : { deciding }),
    ...(shown === undefined || shown === deciding ? {} : { shown }),
    attempt,
    ...all,
  };
}

/** What came of the last session, whose enrollment succeeded or is not in the log. */
function afterEnrollment(attempt: Attempt): Pick<LogVerdict, 'outcome' | 'deciding'> {
  const after = afterSuccess(attempt);
  const session = decidingIn(after, 'session');
  if (session) return { outcome: 'session', deciding: session };
  const command = decidingIn(after, 'commands');
  return command ? { outcome: 'commands', deciding: command } : { outcome: 'in' };
}

/** A session ended without a failure. */
function isManaged({ facts }: Attempt): boolean {
  return facts.some(({ entry, isMdm, result }) => isMdm && entry.eventId === 209 && result === undefined);
}

function has({ facts }: Attempt, ids: readonly number[]): boolean {
  return facts.some(({ entry, isMdm }) => isMdm && ids.includes(entry.eventId ?? 0));
}

/** The last word on the enrollment is success: 72, or 75 of automatic enrollment, or a document that was taken without a later failure. */
function isIn({ facts }: Attempt): boolean {
  const last = facts.findLast(({ entry, isMdm }) => isMdm && [55, 58, 71, 72, 75, 76].includes(entry.eventId ?? 0))
    ?.entry.eventId;
  return last === 72 || last === 75 || last === 58;
}

function afterSuccess({ facts }: Attempt): readonly EventFacts[] {
  const end = facts.findLastIndex(({ entry, isMdm }) => isMdm && [58, 72, 75].includes(entry.eventId ?? 0));
  return facts.slice(end + 1);
}
