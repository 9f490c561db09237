import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'prettier';
import { packageRoot } from '../harness/package-root.ts';
import { readCatalogueSource } from '../suites/requirements/catalogue-source.ts';

// Writes suites/requirements/catalogue.generated.json, which every command reads, from the YAML files beside it.
const file = path.join(packageRoot, 'suites/requirements/catalogue.generated.json');
writeFileSync(file, await format(JSON.stringify(readCatalogueSource()), { parser: 'json', printWidth: 120 }));
