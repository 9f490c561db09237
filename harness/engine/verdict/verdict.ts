import type { Cause } from './cause.ts';
import { mustKinds } from '../rule/kind-of-must.ts';
import type { MustKind } from '../rule/kind-of-must.ts';
import type { Barrier } from './reach.ts';
import type { Counts, Judgement, Verdict } from './results.ts';

/** The documented exit codes of `run` and `audit`. */
export const exitCodes = {
  conformant: 0,
  nonconformant: 1,
  usage: 2,
  incomplete: 3,
  unreachable: 4,
  unsound: 5,
  stale: 6,
} as const;

/** Counts the judgements by outcome, and the causes of the failed MUSTs. */
export function countsOf(judgements: readonly Judgement[], causes: readonly Cause[]): Counts {
  const count = (test: (judgement: Judgement) => boolean): number => judgements.filter(test).length;
  const failedOf = (kind: MustKind): number => count(({ outcome, must }) => outcome === 'failed' && must === kind);
  return {
    passed: count(({ outcome }) => outcome === 'passed'),
    failed: count(({ outcome }) => outcome === 'failed'),
    inapplicable: count(({ outcome }) => outcome === 'inapplicable'),
    inconclusive: count(({ outcome }) => outcome === 'inconclusive'),
    errored: count(({ outcome }) => outcome === 'errored'),
    failedMust: count(({ outcome, level }) => outcome === 'failed' && level === 'MUST'),
    causes: causes.filter(({ musts }) => musts > 0).length,
    inconclusiveMust: count(({ outcome, level }) => outcome === 'inconclusive' && level === 'MUST'),
    failedMusts: {
      specified: failedOf('specified'),
      security: failedOf('security'),
      'seen-on-windows': failedOf('seen-on-windows'),
    },
  };
}

/** The verdict on a session and its reason in one sentence. */
export interface Conclusion {
  readonly verdict: Verdict;
  readonly because: string;
}

/**
 * The verdict on a session. Each argument after the counts is a list or a clause for people:
 * `ownDefects` are wrong messages that this tool sent; they make the verdict unsound.
 * `barrier` says why the run did not reach the target; failed checks then prove nothing, so the verdict is incomplete.
 * `gaps` are parts of the plan that the session lacks; they make the verdict incomplete, unless a MUST failed.
 * `obstacle` says why the server refused valid requests although it may be correct, and what to do.
 * `isStored` says that the session comes from a file, which somebody may have changed since a run wrote it.
 */
export function verdictOf(
  counts: Counts,
  ownDefects: readonly string[],
  barrier?: string,
  gaps: readonly string[] = [],
  obstacle?: string,
  isStored = false,
): Conclusion {
  const unsound = unsoundness(counts, ownDefects, isStored);
  if (barrier !== undefined) {
    const because = unsound === undefined ? barrier : `${barrier}; ${unsound}`;
    return { verdict: unsound === undefined ? 'incomplete' : 'unsound', because };
  }
  if (unsound !== undefined) return { verdict: 'unsound', because: unsound };
  if (counts.failedMust > 0) {
    return { verdict: 'nonconformant', because: failedMustsIn(counts) };
  }
  if (counts.inconclusiveMust > 0) {
    const because = `${counted(counts.inconclusiveMust, 'mandatory check')} could not be judged`;
    return { verdict: 'incomplete', because: obstacle === undefined ? because : `${because}; ${obstacle}` };
  }
  if (gaps.length > 0) return { verdict: 'incomplete', because: gaps.join('; ') };
  if (counts.passed + counts.failed === 0) return { verdict: 'incomplete', because: 'no check was judged' };
  return { verdict: 'conformant', because: 'every mandatory check that applies passed' };
}

/** `3 mandatory checks failed, for 2 causes: 2 specified, 1 seen on Windows`. */
function failedMustsIn({ failedMust, failedMusts, causes }: Counts): string {
  const kinds = (Object.keys(mustKinds) as MustKind[])
    .filter((kind) => failedMusts[kind] > 0)
    .map((kind) => `${failedMusts[kind]} ${mustKinds[kind]}`);
  const folded = causes === failedMust ? '' : `, for ${counted(causes, 'cause')}`;
  const what = `${counted(failedMust, 'mandatory check')} failed${folded}`;
  return kinds.length === 0 ? what : `${what}: ${kinds.join(', ')}`;
}

/** How many wrong messages of this tool a sentence names. */
const mostNamed = 3;

function unsoundness({ errored }: Counts, ownDefects: readonly string[], isStored: boolean): string | undefined {
  if (ownDefects.length > 0) {
    const others = ownDefects.length > mostNamed ? `; and ${ownDefects.length - mostNamed} more` : '';
    const what = isStored
      ? 'this recording is not as a run of this tool writes it'
      : 'internal error in this tool: it sent a wrong message';
    return `${what}: ${ownDefects.slice(0, mostNamed).join('; ')}${others}`;
  }
  return errored > 0 ? `internal error in this tool: ${counted(errored, 'check')} broke` : undefined;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/**
 * The exit code of what was judged, in the documented precedence: 4, 5, 1, 3, 0 (a usage error ends the command before). `barrier` says why the run
 * did not reach the target: an outage is a state of it, and leaves the run incomplete.
 */
export function exitCodeOf(verdict: Verdict, barrier?: Pick<Barrier, 'kind'>): number {
  return barrier === undefined || barrier.kind === 'outage' ? exitCodes[verdict] : exitCodes.unreachable;
}
