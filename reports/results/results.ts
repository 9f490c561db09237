import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Results } from '../../harness/engine/verdict/results.ts';
import { packageRoot } from '../../harness/package-root.ts';
import { migrate, schemaVersion, type Document } from './migrate.ts';

/** A text that is not a results document of this version. The message says where, and what is allowed. */
export class UnreadableResults extends Error {
  override readonly name = 'UnreadableResults';
}

let compiled: ValidateFunction<Results> | undefined;

/** Results, and whether their document had an older shape. */
interface ReadResults {
  readonly results: Results;
  readonly isMigrated: boolean;
}

/** Reads `results.json`, also of an older version of the tool. Throws `UnreadableResults`. */
export function readResults(text: string): Results {
  return readResultsDocument(text).results;
}

/** The same, and says whether the document had an older shape. Throws `UnreadableResults`. */
export function readResultsDocument(text: string): ReadResults {
  const document = parse(text);
  refuseOtherVersion(document);
  const value: unknown = isObject(document) ? migrate(document) : document;
  const validate = (compiled ??= compile());
  if (validate(value)) return { results: value, isMigrated: value !== document };
  throw new UnreadableResults(
    `Not a results document: ${(validate.errors ?? []).slice(0, 5).map(sentence).join('; ')}.`,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    throw new UnreadableResults(`Not JSON: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

function refuseOtherVersion(value: unknown): void {
  if (!isObject(value) || !('schemaVersion' in value)) return;
  const { schemaVersion: found } = value;
  if (found === schemaVersion) return;
  const isNewer = typeof found === 'number' && found > schemaVersion;
  throw new UnreadableResults(
    `schemaVersion is ${JSON.stringify(found)}; this version of the tool reads ${schemaVersion}${isNewer ? ', so a newer one wrote the document: update mde-conformance' : ' only'}.`,
  );
}

function isObject(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function compile(): ValidateFunction<Results> {
  const file = path.join(packageRoot, 'schemas', 'json', 'results.schema.json');
  const schema: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof schema !== 'object' || schema === null) throw new TypeError(`${file} holds no JSON Schema`);
  return new Ajv2020({ allErrors: true, strict: true }).compile<Results>(schema);
}

function sentence({ instancePath, keyword, message, params }: ErrorObject): string {
  const where = instancePath === '' ? 'the document' : instancePath;
  const detail: Readonly<Record<string, unknown>> = params;
  if (keyword === 'additionalProperties')
    return `${where} has the unknown member ${quote(detail['additionalProperty'])}`;
  if (keyword === 'required') return `${where} lacks ${quote(detail['missingProperty'])}`;
  if (keyword === 'enum') return `${where} must be one of ${list(detail['allowedValues'])}`;
  if (keyword === 'const') return `${where} must be ${quote(detail['allowedValue'])}`;
  return `${where} ${message ?? `breaks the rule "${keyword}"`}`;
}

function quote(value: unknown): string {
  return JSON.stringify(value);
}

function list(values: unknown): string {
  return Array.isArray(values) ? values.map(quote).join(', ') : quote(values);
}
