import path from 'node:path';
import type { Plugin } from 'rollup';
import { packageRoot } from '../../harness/package-root.ts';
import { readCatalogueFiles } from '../../suites/requirements/catalogue-files.ts';
import { checkedCatalogue } from '../../suites/requirements/checked-catalogue.ts';

/** The module that reads the catalogue from its YAML files. */
const reader = path.join(packageRoot, 'suites', 'requirements', 'catalogue-rows.ts');

/** Puts the rows themselves in the place of the module that reads them, so that the package carries no YAML and parses none. */
export function embeddedCatalogue(): Plugin {
  return {
    name: 'embedded-catalogue',
    load(id) {
      if (id !== reader) return null;
      const json = JSON.stringify(JSON.stringify(checkedCatalogue(readCatalogueFiles())));
      return `export const readCatalogueRows = () => JSON.parse(${json});`;
    },
  };
}
