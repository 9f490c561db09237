/** One way in which a folder of reports is not as it was written. */
export interface Problem {
  /** Relative to the folder. */
  readonly file: string;
  readonly kind: 'missing' | 'added' | 'changed' | 'signature' | 'rendering' | 'judgement';
  /** A clause that goes on after the name of the file: what is wrong, and where as far as that is known. */
  readonly says: string;
}
