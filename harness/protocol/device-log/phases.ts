import type { EventFacts } from './event-facts.ts';

/** How far a phase of an enrollment came. */
export interface PhaseState {
  readonly phase: string;
  readonly state: 'done' | 'failed' | 'begun';
}

/** The events of one phase. */
interface Phase {
  readonly phase: string;
  readonly begins: readonly number[];
  readonly done: readonly number[];
  readonly fails: readonly number[];
}

const phases: readonly Phase[] = [
  { phase: 'policies (MS-XCEP)', begins: [4], done: [6], fails: [3, 5, 7] },
  { phase: 'certificate (MS-WSTEP)', begins: [8], done: [10], fails: [9, 11, 12] },
  { phase: 'provisioning document', begins: [10, 16], done: [58], fails: [15, 17, 56, 57] },
  {
    phase: 'session (OMA-DM)',
    begins: [200, 205, 208],
    done: [202, 209],
    fails: [201, 203, 204, 209, 212, 218, 224, 231, 255],
  },
];

/** Ends of an enrollment, and faults: they fail the phase that was not done yet. */
const ends: readonly number[] = [52, 55, 69, 71, 76];

/** The phases that the records of an attempt show, in their order. The log has no event for discovery. */
export function phasesOf(facts: readonly EventFacts[]): readonly PhaseState[] {
  const has = (ids: readonly number[], is: (fact: EventFacts) => boolean = () => true): boolean =>
    facts.some((fact) => fact.isMdm && ids.includes(fact.entry.eventId ?? 0) && is(fact));
  const shown = phases.flatMap(({ phase, begins, done, fails }): PhaseState[] => {
    const isFailed = has(fails, ({ entry, result }) => entry.eventId !== 209 || result !== undefined);
    if (isFailed) return [{ phase, state: 'failed' }];
    if (has(done, ({ result }) => result === undefined)) return [{ phase, state: 'done' }];
    return has(begins) ? [{ phase, state: 'begun' }] : [];
  });
  const isEnded = has(ends);
  const isToldWhere = shown.some(({ state }) => state === 'failed');
  if (shown.length === 0) return isEnded ? [{ phase: 'discovery or sign-in', state: 'failed' }] : [];
  const last = shown.at(-1);
  if (!isEnded || isToldWhere || last === undefined) return shown;
  if (last.state === 'begun') return [...shown.slice(0, -1), { ...last, state: 'failed' }];
  const next = phases[phases.findIndex(({ phase }) => phase === last.phase) + 1];
  return has([58, 72, 75]) || !next ? shown : [...shown, { phase: next.phase, state: 'failed' }];
}

/** What the server did, by the event that shows it. */
const deeds: ReadonlyMap<number, string> = new Map([
  [6, 'answered the request for policies'],
  [7, 'gave no usable answer about policies'],
  [10, 'issued a certificate'],
  [11, 'gave no usable answer to the request for a certificate'],
  [52, 'sent a fault'],
  [69, 'sent a fault that Windows cannot read'],
  [56, 'sent a document that Windows could not parse'],
  [57, 'sent a document that Windows did not take'],
  [17, 'sent a document that Windows did not take'],
  [58, 'sent a document that Windows took'],
  [202, 'answered in the session'],
  [203, 'sent an answer in the session that Windows could not read'],
  [204, 'was not reached in the session'],
  [404, 'sent a command that failed on the device'],
]);

/** What the server did in an attempt, each once, in order. */
export function deedsOf(facts: readonly EventFacts[]): readonly string[] {
  const told = facts.flatMap(({ entry, isMdm }) => (isMdm ? (deeds.get(entry.eventId ?? 0) ?? []) : []));
  return [...new Set(told)];
}
