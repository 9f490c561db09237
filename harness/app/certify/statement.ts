import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type ErrorObject } from 'ajv';
import { LineCounter, isMap, parseDocument } from 'yaml';
import type { Way } from '../../engine/evidence/way.ts';
import { packageRoot } from '../../package-root.ts';

/** What a vendor says of a product (`schemas/json/statement.schema.json`). */
export interface Statement {
  readonly product: string;
  readonly version: string;
  readonly vendor: string;
  readonly contact: string;
  readonly ways: readonly Way[];
  readonly capabilities?: readonly Capability[];
  readonly deviations?: readonly { readonly check: string; readonly reason: string }[];
}

/** What a server can do besides enrolling. */
export type Capability = 'renew' | 'manage';

/** A statement that cannot be used. The message names each problem on one line, after the name of the file. */
export class UnusableStatement extends Error {
  override readonly name = 'UnusableStatement';
}

/** The YAML reader compares each key with every other key, so a long file would take too long. */
const longest = 65_536;

/** Reads a statement (YAML or JSON). Throws `UnusableStatement`. */
export function readStatement(text: string): Statement {
  if (text.length > longest)
    throw new UnusableStatement(`${text.length} characters are too many; the limit is ${longest}`);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'error' });
  const [syntax] = document.errors;
  if (syntax)
    throw new UnusableStatement(`line ${lines.linePos(syntax.pos[0]).line}: ${syntax.message.split('\n')[0] ?? ''}`);
  if (!isMap(document.contents))
    throw new UnusableStatement('expected fields such as "product" and "version", one on each line');
  let value: unknown;
  try {
    value = document.toJS();
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    throw new UnusableStatement(`${error.message}; a statement needs no aliases`);
  }
  const file = path.join(packageRoot, 'schemas', 'json', 'statement.schema.json');
  const validate = new Ajv({ allErrors: true }).compile<Statement>(JSON.parse(readFileSync(file, 'utf8')) as object);
  if (validate(value)) return value;
  throw new UnusableStatement((validate.errors ?? []).slice(0, 5).map(explain).join('; '));
}

function explain({ keyword, instancePath, params, message }: ErrorObject): string {
  const field = instancePath.slice(1).replaceAll('/', '.');
  const where = field === '' ? '' : ` in "${field}"`;
  const detail: Readonly<Record<string, unknown>> = params;
  if (keyword === 'required') return `"${String(detail['missingProperty'])}" is missing${where}`;
  if (keyword === 'additionalProperties') return `unknown field "${String(detail['additionalProperty'])}"${where}`;
  if (keyword === 'enum') return `"${field}" must be one of ${(detail['allowedValues'] as string[]).join(', ')}`;
  if (field === 'version' && keyword === 'type')
    return '"version" must be a text: put it in quotes, because YAML reads it as a number';
  if (field === 'contact') return '"contact" must be an e-mail address or a URL with https:';
  return `"${field}" ${message ?? 'has a value that is not allowed'}`;
}
