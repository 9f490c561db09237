import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { packageRoot } from '../../harness/package-root.ts';
import type { CatalogueFile } from './catalogue-files.ts';
import type { Requirement } from './requirement.ts';

/** A catalogue file does not keep to catalogue.schema.json. */
export class InvalidCatalogue extends Error {
  override readonly name = 'InvalidCatalogue';
}

/**
 * The rows of the catalogue, each held against catalogue.schema.json. The build and a test do so; all others read what they accepted.
 * @throws {InvalidCatalogue} naming file, row and field.
 */
export function checkedCatalogue(files: readonly CatalogueFile[]): readonly Requirement[] {
  const schema = path.join(packageRoot, 'suites', 'requirements', 'catalogue.schema.json');
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile<Requirement[]>(
    JSON.parse(readFileSync(schema, 'utf8')) as object,
  );
  return files.flatMap(({ name, rows }) => {
    if (validate(rows)) return rows;
    const [error] = validate.errors ?? [];
    throw new InvalidCatalogue(
      `${name}, row ${error?.instancePath.slice(1) ?? ''}: ${error?.message ?? 'is not valid'}`,
    );
  });
}
