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

/** What a session's judgements prove together, and why, in one sentence. `ownDefects` are messages we should not have sent. */
export function verdictOf(
  counts: Counts,
  ownDefects: readonly string[],
): { readonly verdict: Verdict; readonly because: string } {
  if (ownDefects.length > 0) {
    return { verdict: 'unsound', because: `the suite itself sent a wrong message: ${ownDefects.join('; ')}` };
  }
  if (counts.errored > 0) {
    return { verdict: 'unsound', because: `${counts.errored} ${plural('check', counts.errored)} of the suite broke` };
  }
  if (counts.failedMust > 0) {
    return {
      verdict: 'nonconformant',
      because: `${counts.failedMust} mandatory ${plural('requirement check', counts.failedMust)} failed`,
    };
  }
  if (counts.inconclusiveMust > 0) {
    return {
      verdict: 'incomplete',
      because: `${counts.inconclusiveMust} mandatory ${plural('check', counts.inconclusiveMust)} could not be judged`,
    };
  }
  if (counts.passed === 0) return { verdict: 'incomplete', because: 'nothing was judged' };
  return { verdict: 'conformant', because: 'every mandatory check that applies was judged and passed' };
}

function plural(noun: string, count: number): string {
  return count === 1 ? noun : `${noun}s`;
}

/** What decides an exit code besides the verdict. */
export interface Reach {
  /** Whether any exchange brought an HTTP status line. */
  readonly answered: boolean;
  /** Whether the very first control was refused for its credentials. */
  readonly credentialsRefused: boolean;
}

/**
 * The exit code, with the precedence of the contract: 4, 5, 1, 3, 0 (usage errors never get here). A stranger's recording has no
 * reach: nobody tried to get through.
 */
export function exitCodeOf(verdict: Verdict, reach?: Reach): number {
  if (reach && (!reach.answered || reach.credentialsRefused)) return exitCodes.unreachable;
  return exitCodes[verdict];
}
