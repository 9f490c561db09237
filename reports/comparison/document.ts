/** A text in parts that each format lays out in its own way. Every cell and line is plain text, which the format escapes. */
export interface PlainDocument {
  readonly title: string;
  /** What stands first, a sentence each. */
  readonly lead: readonly string[];
  readonly sections: readonly PlainSection[];
}

/** A heading and a table. */
export interface PlainSection {
  readonly title: string;
  readonly columns: readonly string[];
  /** The columns after the second one say the same of several things, so that a cell means nothing without the name of its column. */
  readonly isMatrix?: true;
  /** Each as long as `columns`. */
  readonly rows: readonly (readonly string[])[];
}
