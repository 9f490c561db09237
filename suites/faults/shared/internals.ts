/** Something that only those who run the server should see. */
export interface Internal {
  /** With its article: `a stack trace`. */
  readonly what: string;
  /** The part of the text that shows it. */
  readonly text: string;
}

/** Patterns that no message for users contains by accident; doubtful texts pass. */
const patterns: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a stack trace', /^[ \t]*at [\w$<>[\],`+]+(?:\.[\w$<>[\],`+]+)+\(.*\)/m],
  ['a stack trace', /^[ \t]*at (?:.* \()?(?:file:|node:|\/|[A-Z]:\\)\S*:\d+:\d+\)?$/m],
  ['a stack trace', /Traceback \(most recent call last\)|^goroutine \d+ \[.*\]:|^[ \t]*File ".*", line \d+/m],
  [
    'SQL',
    /\bSELECT\s(?:(?!\bSELECT\s)[\s\S])*?\bFROM\s+\S+|\bINSERT\s+INTO\s+\S+|\bUPDATE\s+\S+\s+SET\s+\S+|\bDELETE\s+FROM\s+\S+/,
  ],
  ['SQL', /\bSQLSTATE\b.*|\bORA-\d{5}\b|\bSqlException\b/],
  ['a file path', /\b[A-Za-z]:\\[\w$. -]+\\[^\s"'<>|]*/],
  ['a file path', /(?<![\w:/.])\/(?:usr|var|opt|srv|etc|root|home)\/[\w.-]+\/[\w./-]*/],
  ['a host name', /(?<![@\w.-])[\w-]+(?:\.[\w-]+)*\.(?:internal|intranet|lan|svc\.cluster\.local)\b/i],
  ['an address', /(?<![\d.])(?:192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}(?![\d.]*\d)/],
];

/** What a text reveals about the inside of a server; the first match of each kind. */
export function internalsIn(text: string): readonly Internal[] {
  const found = patterns.flatMap(([what, pattern]) => {
    const shown = pattern.exec(text)?.[0].trim();
    return shown === undefined ? [] : [{ what, text: shown }];
  });
  return found.filter(({ what }, index) => found.findIndex((other) => other.what === what) === index);
}
