/** The evidence cannot carry a judgement: a view throws it, the engine turns it into `inconclusive`. */
export class UnusableEvidence extends Error {
  override readonly name = 'UnusableEvidence';
  /** Id of the check that reports the root cause. */
  readonly blockedBy: string | undefined;

  constructor(message: string, blockedBy?: string) {
    super(message);
    this.blockedBy = blockedBy;
  }
}
