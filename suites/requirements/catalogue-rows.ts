import { readCatalogueFiles } from './catalogue-files.ts';
import type { Requirement } from './requirement.ts';

/** Reads the rows of the catalogue. In the package this module holds the rows instead: the build reads and checks them. */
export function readCatalogueRows(): readonly Requirement[] {
  return readCatalogueFiles().flatMap(({ rows }) => rows as readonly Requirement[]);
}
