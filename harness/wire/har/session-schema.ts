import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { packageRoot } from '../../package-root.ts';
import type { Har } from './har-format.ts';
import { UnreadableSession } from './unreadable-session.ts';

let validator: ValidateFunction<Har> | undefined;

/** Validates a parsed document against `schemas/json/session.schema.json`. Throws `UnreadableSession` for the first error. */
export function checkedHar(document: unknown): Har {
  validator ??= compile();
  if (validator(document)) return document;
  const [error] = validator.errors ?? [];
  throw new UnreadableSession(error ? sentence(error) : 'this is not a HAR');
}

function compile(): ValidateFunction<Har> {
  const schema: unknown = JSON.parse(readFileSync(path.join(packageRoot, 'schemas/json/session.schema.json'), 'utf8'));
  if (typeof schema !== 'object' || !schema) throw new TypeError('schemas/json/session.schema.json is not a schema');
  return new Ajv({ allowUnionTypes: true, verbose: true }).compile<Har>(schema);
}

function sentence(error: ErrorObject): string {
  const steps = error.instancePath.split('/').slice(1);
  const missing: unknown = error.params['missingProperty'];
  const isMissing = error.keyword === 'required' || error.keyword === 'dependencies';
  const all = isMissing && typeof missing === 'string' ? [...steps, missing] : steps;
  if (all[0] !== 'log' || all.length < 3) return `this is not a HAR: ${nameOf(all)} ${fault(error, isMissing)}`;
  if (all[1] !== 'entries') return `${nameOf(all)} ${fault(error, isMissing)}`;
  const inEntry = all.slice(3);
  return `entry ${all[2] ?? ''}${inEntry.length === 0 ? '' : `: ${nameOf(inEntry)}`} ${fault(error, isMissing)}`;
}

function nameOf(steps: readonly string[]): string {
  if (steps.length === 0) return 'the document';
  return steps.join('.').replace(/\.(\d+)(?=\.|$)/g, '[$1]');
}

function fault(error: ErrorObject, isMissing: boolean): string {
  if (isMissing) return 'is missing';
  if (error.instancePath.endsWith('/status') && typeof error.data === 'number') {
    return `must be an integer from 100 to 999, or 0 where no answer came; it is ${error.data}`;
  }
  if (error.keyword === 'type') return `must be ${allowed(error.params['type'])}; it is ${kindOf(error.data)}`;
  if (error.keyword === 'enum') return `must be one of ${JSON.stringify(error.params['allowedValues'])}`;
  if (error.keyword === 'minLength') return 'must not be empty';
  return error.message ?? 'is wrong';
}

function allowed(type: unknown): string {
  return String(type).split(',').map(withArticle).join(' or ');
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  return Array.isArray(value) ? 'an array' : withArticle(typeof value);
}

function withArticle(word: string): string {
  if (word === 'null') return word;
  return `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`;
}
