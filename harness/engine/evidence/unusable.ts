/** The evidence does not allow a judgement: a check throws it, and the engine makes the outcome `inconclusive`. */
export class UnusableEvidence extends Error {
  override readonly name = 'UnusableEvidence';
  /** Id of the check that reports the root cause. */
  readonly blockedBy: string | undefined;

  constructor(message: string, blockedBy?: string) {
    super(message);
    this.blockedBy = blockedBy;
  }
}
