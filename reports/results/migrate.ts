/** The newest shape that this version writes, and the highest `schemaVersion` that it reads. */
export const schemaVersion = 1;

/** A results document before it was held against the schema. */
export type Document = Readonly<Record<string, unknown>>;

/** One change of the shape: which documents are from before it, and how each becomes one from after it. */
interface Migration {
  readonly isOlder: (document: Document) => boolean;
  readonly renew: (document: Document) => Document;
}

/** The oldest change first, so that a document goes through all that came after it. A new `schemaVersion` adds its step at the end. */
const migrations: readonly Migration[] = [
  {
    // Before several ways in were driven, results had no verdict on each; the number stayed 1, because no release had it.
    isOlder: (document) => document['schemaVersion'] === 1 && !Object.hasOwn(document, 'ways'),
    renew: (document) => ({ ...document, ways: [] }),
  },
];

/** The document in the newest shape: the same object if it has that already. What an older one does not tell stays empty. Pure. */
export function migrate(document: Document): Document {
  return migrations.reduce((current, { isOlder, renew }) => (isOlder(current) ? renew(current) : current), document);
}
