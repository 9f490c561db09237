/** Where what is generated of sessions and proofs is committed, below the package root. */
export const generatedPaths = {
  /** Which checks fail on each counterexample. */
  killMatrix: 'harness/testing/proofs/kill-matrix.json',
  /** What all checks say of each lawful server. */
  passMatrix: 'harness/testing/proofs/pass-matrix.json',
  /** Id, level and release of each check. */
  lock: 'suites/checks.lock',
  /** An enrollment and a renewal, for people to read. */
  goldenSession: 'captures/reference/enrollment-and-renewal.har',
  /** What tells that the golden session of the whole plan is what it was. */
  digests: 'harness/testing/proofs/session-digests.txt',
  /** How many requests each scenario sends to the reference server. */
  requestCounts: 'suites/request-counts.ts',
} as const;
