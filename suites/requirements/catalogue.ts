import { createHash } from 'node:crypto';
import { readCatalogueRows } from './catalogue-rows.ts';
import { documents } from './documents.ts';
import type { Requirement } from './requirement.ts';

export { allowedLevels } from './allowed-levels.ts';
export { isBinding } from './is-binding.ts';
export type * from './requirement.ts';

/** A check, a waiver or a command names a row that the catalogue does not have. */
export class UnknownRequirement extends Error {
  override readonly name = 'UnknownRequirement';

  constructor(id: string) {
    super(
      `There is no requirement "${id}" in suites/requirements; \`mde-conformance list requirements\` shows them all`,
    );
  }
}

let loaded: ReadonlyMap<string, Requirement> | undefined;

/** All rows in the order of their files. They are read once. */
export function loadCatalogue(): readonly Requirement[] {
  return [...byId().values()];
}

/** SHA-256 of all rows, in hexadecimal: two results with the same one were judged by the same catalogue. */
export function requirementSet(): string {
  return createHash('sha256').update(JSON.stringify(loadCatalogue())).digest('hex');
}

/**
 * The row with that id.
 * @throws {UnknownRequirement} when there is none.
 */
export function requirement(id: string): Requirement {
  const row = byId().get(id);
  if (!row) throw new UnknownRequirement(id);
  return row;
}

/** Where a rule is from, in one line: `MS-MDE2 18.0, section 2.2.10; Field evidence`. */
export function sourceText({ source }: Requirement): string {
  return source
    .map(({ document, section, note }) => {
      const revision = documents[document];
      const place = section === undefined ? '' : /^\d/.test(section) ? `, section ${section}` : `, ${section}`;
      return `${document}${revision && ` ${revision}`}${place}${note === undefined ? '' : ` (${note})`}`;
    })
    .join('; ');
}

function byId(): ReadonlyMap<string, Requirement> {
  loaded ??= new Map(readCatalogueRows().map((row) => [row.id, Object.freeze(row)]));
  return loaded;
}
