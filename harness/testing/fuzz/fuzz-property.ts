import type fc from 'fast-check';

/** Something that holds for whatever input. */
export interface FuzzProperty {
  /** One word, for `--only`. */
  readonly name: string;
  /** What holds. */
  readonly holds: string;
  /** How many inputs the tests try. */
  readonly runs: number;
  /** Made when it is needed: it may record a session first. */
  readonly property: () => Promise<fc.IRawProperty<unknown>>;
}
