import type { EventFacts } from './event-facts.ts';

/** Records that belong together: one enrollment with the sessions after it, or a session. */
export interface Attempt {
  readonly facts: readonly EventFacts[];
}

/** Milliseconds without a record after which the next one begins anew. */
const longestPause = 10 * 60_000;

/** Events that begin an enrollment, and those that end it. */
const starts: readonly number[] = [4, 27, 90, 91];
const ends: readonly number[] = [55, 71, 76];

/** Sorts by time what the files gave; entries without a time stay where they stand, at the end. */
export function inTimeOrder(facts: readonly EventFacts[]): readonly EventFacts[] {
  const last = Number.POSITIVE_INFINITY;
  const at = ({ entry }: EventFacts): number => entry.time?.at ?? last;
  // Infinity less itself is no number.
  return [...facts].sort((a, b) => (at(a) === at(b) ? 0 : at(a) - at(b)));
}

/**
 * Groups records that are in order of time into attempts: by their activity, else by a pause of more than 10 minutes. A new request after
 * the end of an enrollment begins another one.
 */
export function attemptsIn(facts: readonly EventFacts[]): readonly Attempt[] {
  const groups: Group[] = [];
  const byActivity = new Map<string, Group>();
  for (const fact of facts) {
    const { activity } = fact.entry;
    const last = groups.at(-1);
    const same = activity === undefined ? undefined : byActivity.get(activity);
    const near = same && isNear(same, fact) ? same : undefined;
    const found = near ?? (last && isNear(last, fact) && !(last.isEnded && isAnew(fact)) ? last : undefined);
    const group = found ?? { facts: [], isEnded: false };
    if (!found) groups.push(group);
    group.facts.push(fact);
    group.isEnded ||= fact.isMdm && ends.includes(fact.entry.eventId ?? 0);
    if (activity !== undefined) byActivity.set(activity, group);
  }
  return groups;
}

interface Group {
  readonly facts: EventFacts[];
  /** The end of an enrollment is among them. */
  isEnded: boolean;
}

function isNear(group: Group, { entry }: EventFacts): boolean {
  const before = group.facts.at(-1)?.entry.time?.at;
  const now = entry.time?.at;
  return before === undefined || now === undefined ? before === now : now - before <= longestPause;
}

function isAnew({ entry, isMdm }: EventFacts): boolean {
  return isMdm && starts.includes(entry.eventId ?? 0);
}
