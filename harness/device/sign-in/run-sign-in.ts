import type { SignInResult } from './sign-in-by-form.ts';

/** What the devices of a run know of signing in. */
export interface RunSignIn {
  /** Whether no device could sign in: another attempt would be useless, or lock the user out. */
  readonly isHopeless: () => boolean;
  readonly noteSuccess: () => void;
  /** Takes a clause for people, without a secret. */
  readonly noteProblem: (problem: string) => void;
  /** Whether the server takes a token for one certificate only, so that each needs a sign-in of its own. */
  readonly spendsTokens: () => boolean;
  readonly noteSpent: () => void;
  /** What a person does once, for all devices of the run. */
  readonly once: (signIn: () => Promise<SignInResult>) => Promise<SignInResult>;
  /** Aborted when the run is interrupted. */
  readonly signal?: AbortSignal | undefined;
  /** Why a device could not sign in; undefined where each one that tried could. */
  readonly problem: () => string | undefined;
}

/** At the beginning of a run: nobody has signed in yet. */
export function createRunSignIn(signal?: AbortSignal): RunSignIn {
  const problems = new Set<string>();
  let hasSucceeded = false;
  let spends = false;
  let result: Promise<SignInResult> | undefined;
  return {
    isHopeless: () => problems.size > 0 && !hasSucceeded,
    noteSuccess: () => {
      hasSucceeded = true;
    },
    noteProblem: (problem) => problems.add(problem),
    spendsTokens: () => spends,
    noteSpent: () => {
      spends = true;
    },
    once: (signIn) => (result ??= signIn()),
    signal,
    problem: () => [...problems].toSorted()[0],
  };
}
