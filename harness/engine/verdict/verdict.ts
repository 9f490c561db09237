import type { Counts, Judgement, Verdict } from './results.ts';

/** The documented exit codes of `run` and `audit`. */
export const exitCodes = {
  conformant: 0,
  nonconformant: 1,
  usage: 2,
  incomplete: 3,
  unreachable: 4,
  unsound: 5,
} as const;

/** How many judgements ended how. */
export function countsOf(judgements: readonly Judgement[]): Counts {
  const count = (test: (judgement: Judgement) => boolean): number => judgements.filter(test).length;
  return {
    passed: count(({ outcome }) => outcome === 'passed'),
    failed: count(({ outcome }) => outcome === 'failed'),
    inapplicable: count(({ outcome }) => outcome === 'inapplicable'),
    inconclusive: count(({ outcome }) => outcome === 'inconclusive'),
    errored: count(({ outcome }) => outcome === 'errored'),
    failedMust: count(({ outcome, level }) => outcome === 'failed' && level === 'MUST'),
    inconclusiveMust: count(({ outcome, level }) => outcome === 'inconclusive' && level === 'MUST'),
  };
}

/** What a session's judgements prove together, and why, in one sentence. */
export interface Conclusion {
  readonly verdict: Verdict;
  readonly because: string;
}

/**
 * What a session's judgements prove together. `ownDefects` are messages we should not have sent. With a `barrier`, why the
 * target was never got at, whatever failed says nothing of the target yet, so that the verdict is incomplete at best. So it
 * is with `gaps`, what the plan held and the session does not, unless a MUST failed all the same. An `obstacle` says what kept valid
 * requests from being answered, and what to do.
 */
export function verdictOf(
  counts: Counts,
  ownDefects: readonly string[],
  barrier?: string,
  gaps: readonly string[] = [],
  obstacle?: string,
): Conclusion {
  const unsound = unsoundness(counts, ownDefects);
  if (barrier !== undefined) {
    const because = unsound === undefined ? barrier : `${barrier}; ${unsound}`;
    return { verdict: unsound === undefined ? 'incomplete' : 'unsound', because };
  }
  if (unsound !== undefined) return { verdict: 'unsound', because: unsound };
  if (counts.failedMust > 0) {
    return { verdict: 'nonconformant', because: `${counted(counts.failedMust, 'mandatory check')} failed` };
  }
  if (counts.inconclusiveMust > 0) {
    const because = `${counted(counts.inconclusiveMust, 'mandatory check')} could not be judged`;
    return { verdict: 'incomplete', because: obstacle === undefined ? because : `${because}; ${obstacle}` };
  }
  if (gaps.length > 0) return { verdict: 'incomplete', because: gaps.join('; ') };
  if (counts.passed + counts.failed === 0) return { verdict: 'incomplete', because: 'nothing was judged' };
  return { verdict: 'conformant', because: 'every mandatory check that applies was judged and passed' };
}

/** How many of our own defects a sentence names. */
const mostNamed = 3;

function unsoundness({ errored }: Counts, ownDefects: readonly string[]): string | undefined {
  if (ownDefects.length > 0) {
    const others = ownDefects.length > mostNamed ? `; and ${ownDefects.length - mostNamed} more` : '';
    return `the suite itself sent a wrong message: ${ownDefects.slice(0, mostNamed).join('; ')}${others}`;
  }
  return errored > 0 ? `${counted(errored, 'check')} of the suite broke` : undefined;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/**
 * The exit code, with the precedence of the contract: 4, 5, 1, 3, 0 (usage errors never get here). `barrier` says why the target
 * was never got at.
 */
export function exitCodeOf(verdict: Verdict, barrier?: string): number {
  return barrier === undefined ? exitCodes[verdict] : exitCodes.unreachable;
}
