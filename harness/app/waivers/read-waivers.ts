import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import type { ErrorObject } from 'ajv';
import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { nearest } from '../../device/target/suggest.ts';
import { ways } from '../../engine/evidence/way.ts';
import type { Waiver } from '../../engine/verdict/waiver.ts';
import { packageRoot } from '../../package-root.ts';
import { isDate } from './dates.ts';
import { UnusableWaivers } from './waivers-error.ts';

/** The YAML reader compares each key of a mapping with the others, so a long file would take too long. */
export const longestFile = 262_144;

const required = ['check', 'reason', 'owner', 'expires'];
const fields = [...required, 'target', 'auth', 'variant', 'fingerprintVersion', 'fingerprints'];

/** Waivers with the document that they stand in, so that others can be added. */
export interface WaiversDocument {
  readonly document: Document;
  readonly waivers: readonly Waiver[];
  /** The line of each waiver, from 1. */
  readonly lines: readonly number[];
}

/**
 * Reads the text of a waivers file (YAML or JSON); `known` are the ids of all checks. Throws `UnusableWaivers` with a line of text for each
 * problem: file, line, column, problem.
 */
export function readWaivers(text: string, file: string, known: readonly string[]): WaiversDocument {
  if (text.length > longestFile)
    throw new UnusableWaivers(
      `${file}: ${text.length} characters are too many for a waivers file; the limit is ${longestFile}`,
    );
  const counter = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/u, ''), { lineCounter: counter, logLevel: 'error' });
  const at = placeIn(document, counter, file);
  const [syntax] = document.errors;
  if (syntax) {
    const { line, col } = counter.linePos(syntax.pos[0]);
    throw new UnusableWaivers(`${file}:${line}:${col}: ${firstLine(syntax.message)}`);
  }
  if (!isMap(document.contents))
    throw new UnusableWaivers(
      `${file}:1:1: expected "waivers:" with a list below it; each entry has ${required.join(', ')}`,
    );
  const content = contentOf(document, file);
  const validate = new Ajv({ allErrors: true }).compile<{ readonly waivers: readonly Waiver[] }>(readSchema());
  if (!validate(content)) {
    const problems = (validate.errors ?? []).map(
      (error) => `${at(pathOf(error), unknownIn(error))}: ${explain(error)}`,
    );
    throw new UnusableWaivers([...new Set(problems)].join('\n'));
  }
  const { waivers } = content;
  const lines = waivers.map((_, index) => lineOf(document, counter, index));
  const problems = waivers.flatMap((waiver, index) => [
    ...checkProblem(waiver, known).map((says) => `${at(['waivers', index, 'check'])}: ${says}`),
    ...(isDate(waiver.expires)
      ? []
      : [`${at(['waivers', index, 'expires'])}: "expires" is ${waiver.expires}, which is no day of the calendar`]),
    ...waivers
      .slice(0, index)
      .flatMap((other, before) =>
        isSame(waiver, other)
          ? [
              `${at(['waivers', index])}: the waiver of ${waiver.check} in line ${lines[before]} covers the same; keep one`,
            ]
          : [],
      )
      .slice(0, 1),
  ]);
  if (problems.length > 0) throw new UnusableWaivers(problems.join('\n'));
  return { document, waivers, lines };
}

/** Whether one of two waivers covers something that the other covers in the same place. */
export function isSame(one: Waiver, other: Waiver): boolean {
  const isOneScope = (['check', 'target', 'auth', 'variant'] as const).every((name) => one[name] === other[name]);
  const { fingerprints } = one;
  if (!isOneScope) return false;
  if (fingerprints === undefined || other.fingerprints === undefined) return true;
  return fingerprints.some((fingerprint) => other.fingerprints?.includes(fingerprint));
}

function checkProblem({ check }: Waiver, known: readonly string[]): readonly string[] {
  if (known.includes(check)) return [];
  const meant = nearest(check, known);
  return [`there is no check "${check}"; ${meant ? `did you mean "${meant}"?` : '"list checks" shows what there is'}`];
}

/** Throws `UnusableWaivers` for an alias that names nothing, and for aliases that expand without end. */
function contentOf(document: Document, file: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    throw new UnusableWaivers(`${file}: ${error.message}; a waivers file needs no aliases`);
  }
}

type Place = (at: readonly (string | number)[], key?: string) => string;

/** `file:line:column` of what an error is about: of a key, or of the nearest thing that stands in the file. */
function placeIn(document: Document, counter: LineCounter, file: string): Place {
  return (at, key) => {
    const parent = document.getIn(at, true);
    const unknown = isMap(parent)
      ? parent.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key)?.key
      : undefined;
    const node = [unknown, parent, document.getIn(at.slice(0, -1), true), document.contents].find(
      (one) => isNode(one) && one.range,
    );
    if (!isNode(node) || !node.range) return file;
    const { line, col } = counter.linePos(node.range[0]);
    return `${file}:${line}:${col}`;
  };
}

function lineOf(document: Document, counter: LineCounter, index: number): number {
  const node = document.getIn(['waivers', index], true);
  return isNode(node) && node.range ? counter.linePos(node.range[0]).line : 1;
}

function pathOf({ instancePath }: ErrorObject): readonly (string | number)[] {
  return instancePath
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~')));
}

function unknownIn({ params }: ErrorObject): string | undefined {
  const unknown: unknown = params['additionalProperty'];
  return typeof unknown === 'string' ? unknown : undefined;
}

function explain(error: ErrorObject): string {
  const { keyword, params, instancePath } = error;
  const isEntry = instancePath.startsWith('/waivers/');
  const field = instancePath.split('/')[3] ?? '';
  const unknown = unknownIn(error);
  if (unknown !== undefined) return explainUnknown(unknown, isEntry ? fields : ['waivers']);
  if (keyword === 'required')
    return `"${String(params['missingProperty'])}" is missing${isEntry ? `; a waiver has ${required.join(', ')}` : ''}`;
  if (keyword === 'dependencies') return '"fingerprints" and "fingerprintVersion" belong together; "waive" writes both';
  if (!isEntry) return '"waivers" must be a list; each entry has check, reason, owner, expires';
  if (field === '') return `a waiver must have fields: ${required.join(', ')}`;
  return `"${field}" ${expectations[field] ?? 'has a value that is not allowed'}`;
}

const expectations: Readonly<Record<string, string>> = {
  check: 'must be the id of one check, such as discovery/answer; no pattern',
  reason: 'must be a text that says why, of 1 to 1000 characters',
  owner: 'must be a text that says who answers for it, of 1 to 200 characters',
  expires: 'must be a day, such as 2026-12-31: the last one on which the waiver holds, in UTC',
  target: 'must be the discovery URL or the host of a target',
  auth: `must be one of ${ways.join(', ')}`,
  variant: 'must be the variant of a request, as a finding names it',
  fingerprintVersion: 'must be the number that "waive" writes',
  fingerprints: 'must be a list of fingerprints of 32 hexadecimal digits without repetitions, as "waive" writes it',
};

function explainUnknown(field: string, allowed: readonly string[]): string {
  const meant = nearest(field, allowed);
  return `unknown field "${field}"; ${meant ? `did you mean "${meant}"?` : `allowed are ${allowed.join(', ')}`}`;
}

function readSchema(): object {
  return JSON.parse(readFileSync(path.join(packageRoot, 'schemas', 'json', 'waivers.schema.json'), 'utf8')) as object;
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
}
