import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { packageRoot } from '../../harness/package-root.ts';
import type { Requirement } from './requirement.ts';

const folder = path.join(packageRoot, 'suites/requirements');

/** The files of the catalogue, in the order in which a device meets their subjects. */
const files = [
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
];

/** A file of the catalogue violates catalogue.schema.json. */
export class InvalidCatalogue extends Error {
  override readonly name = 'InvalidCatalogue';
}

/**
 * Reads the rows of the YAML files. It is slow, so only the generator and its test call it; all other code reads the
 * generated JSON.
 * @throws {InvalidCatalogue} naming file, row and field.
 */
export function readCatalogueSource(): readonly Requirement[] {
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile<Requirement[]>(
    JSON.parse(readFileSync(path.join(folder, 'catalogue.schema.json'), 'utf8')) as object,
  );
  return files.flatMap((name) => {
    const rows: unknown = parse(readFileSync(path.join(folder, `${name}.yaml`), 'utf8'));
    if (validate(rows)) return rows;
    const [error] = validate.errors ?? [];
    throw new InvalidCatalogue(
      `${name}.yaml, row ${error?.instancePath.slice(1) ?? ''}: ${error?.message ?? 'is not valid'}`,
    );
  });
}
