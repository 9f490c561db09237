import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { packageRoot } from '../../harness/package-root.ts';

/** One file of the catalogue as people write it, before anybody has looked at its rows. */
export interface CatalogueFile {
  readonly name: string;
  readonly rows: unknown;
}

/** In the order in which a device meets their subjects. */
const names = [
  'transport',
  'envelope',
  'discovery',
  'authentication',
  'policy',
  'enrollment',
  'provisioning',
  'certificates',
  'faults',
  'renewal',
  'management',
  'robustness',
  'deep-link',
  'mam',
  'device',
];

/** Reads the YAML files of the catalogue. */
export function readCatalogueFiles(): readonly CatalogueFile[] {
  return names.map((name) => {
    const file = path.join(packageRoot, 'suites', 'requirements', `${name}.yaml`);
    return { name: `${name}.yaml`, rows: parse(readFileSync(file, 'utf8')) as unknown };
  });
}
