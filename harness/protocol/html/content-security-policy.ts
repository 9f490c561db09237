import { createHash } from 'node:crypto';
import type { HtmlScript } from './read-page.ts';

/** What one Content-Security-Policy keeps a page from, as far as it concerns a form that a script submits. */
export interface ContentSecurityPolicy {
  /** Whether it may let this script run; true where the address of a script decides. */
  readonly mayRun: (script: HtmlScript) => boolean;
  /** Whether it may let an attribute such as `onload` run. */
  readonly mayHandle: (handler: string) => boolean;
  /** Whether it may let a form go to an address of no web scheme. */
  readonly maySubmit: (address: string) => boolean;
}

type Directives = ReadonlyMap<string, readonly string[]>;

/** The policies in the values of header fields: a comma separates two, and each has its say (Content Security Policy Level 3). */
export function readPolicies(values: readonly string[]): readonly ContentSecurityPolicy[] {
  return values
    .flatMap((value) => value.split(','))
    .map(directivesIn)
    .filter(({ size }) => size > 0)
    .map(policyOf);
}

/** Of a directive that is written twice, the first counts. */
function directivesIn(policy: string): Directives {
  const directives = new Map<string, readonly string[]>();
  for (const part of policy.split(';')) {
    const [name = '', ...sources] = part.trim().split(/\s+/);
    const key = name.toLowerCase();
    if (key !== '' && !directives.has(key)) directives.set(key, sources);
  }
  return directives;
}

function policyOf(directives: Directives): ContentSecurityPolicy {
  const first = (...names: readonly string[]): readonly string[] | undefined =>
    names.map((name) => directives.get(name)).find((sources) => sources !== undefined);
  const sandbox = directives.get('sandbox')?.map((flag) => flag.toLowerCase());
  const isScriptless = sandbox !== undefined && !sandbox.includes('allow-scripts');
  const scripts = first('script-src-elem', 'script-src', 'default-src');
  const handlers = first('script-src-attr', 'script-src', 'default-src');
  const forms = first('form-action');
  return {
    mayRun: ({ text, src, nonce }) => {
      if (isScriptless) return false;
      if (scripts === undefined) return true;
      if (nonce !== undefined && scripts.includes(`'nonce-${nonce}'`)) return true;
      return src === undefined ? isInlineAllowed(scripts, text) : !isNone(scripts);
    },
    mayHandle: (handler) => {
      if (isScriptless) return false;
      return handlers === undefined || isInlineAllowed(handlers, handler, "'unsafe-hashes'");
    },
    maySubmit: (address) => {
      if (sandbox !== undefined && !sandbox.includes('allow-forms')) return false;
      return forms === undefined || forms.some((source) => mayMatch(source, address));
    },
  };
}

/** A hash or a nonce in the list switches `unsafe-inline` off. */
function isInlineAllowed(sources: readonly string[], text: string, needed?: string): boolean {
  const words = sources.map((source) => source.toLowerCase());
  const isStrict = words.some((word) => /^'(?:nonce|sha(?:256|384|512))-/.test(word) || word === "'strict-dynamic'");
  if (!isStrict && words.includes("'unsafe-inline'")) return true;
  if (needed !== undefined && !words.includes(needed)) return false;
  return sources.some((source) => isHashOf(source, text));
}

function isHashOf(source: string, text: string): boolean {
  const [, algorithm = '', digest = ''] = /^'(sha256|sha384|sha512)-([\w+/=-]+)'$/i.exec(source) ?? [];
  if (algorithm === '') return false;
  const own = createHash(algorithm.toLowerCase()).update(text, 'utf8').digest('base64');
  return own === digest.replaceAll('-', '+').replaceAll('_', '/');
}

function isNone(sources: readonly string[]): boolean {
  return sources.every((source) => source.toLowerCase() === "'none'");
}

/** A scheme matches what has it. What `*` makes of a scheme that is none of the web differs, so that it counts as a match. */
function mayMatch(source: string, address: string): boolean {
  if (source === '*') return true;
  const [scheme = ''] = /^[a-z][a-z0-9+.-]*:/i.exec(address) ?? [];
  return source.toLowerCase().startsWith(scheme.toLowerCase());
}
