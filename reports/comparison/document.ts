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
  /** Each as long as `columns`. */
  readonly rows: readonly (readonly string[])[];
}
