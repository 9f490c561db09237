import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Results } from '../../harness/engine/verdict/results.ts';
import { packageRoot } from '../../harness/package-root.ts';

/** A text that is not a results document of this version. The message says where, and what is allowed. */
export class UnreadableResults extends Error {
  override readonly name = 'UnreadableResults';
}

let compiled: ValidateFunction<Results> | undefined;

/** Reads `results.json`. Throws `UnreadableResults`. */
export function readResults(text: string): Results {
  const value = parse(text);
  refuseOtherVersion(value);
  const validate = (compiled ??= compile());
  if (validate(value)) return value;
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
  if (typeof value !== 'object' || value === null || !('schemaVersion' in value) || value.schemaVersion === 1) return;
  throw new UnreadableResults(
    `schemaVersion is ${JSON.stringify(value.schemaVersion)}; this version of the tool reads 1 only.`,
  );
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
