import { createHash } from 'node:crypto';
import type { Finding } from '../harness/engine/verdict/results.ts';

/** Changes whenever fingerprints of the same finding change; whoever keeps fingerprints keeps it beside them. */
export const fingerprintVersion = 1;

/**
 * Tells a finding of one run in the results of another one: 32 hexadecimal digits, a hash of the check, the place and the kind of deviation.
 * The place is the part of the exchange, the path without positions, and the variant of the request; never the index of the exchange. The
 * kind of deviation is the message without what differs from run to run or from server to server: ids, times, hosts, users, digests,
 * certificates, sizes. So a waiver or an alert that names it holds as long as the server does the same thing wrong in the same place. Two
 * findings of a check with equal fingerprints are one deviation seen twice. Decision 27 has the reasons. Pure.
 */
export function fingerprintOf(check: string, { part, path, variant, message }: Finding): string {
  const place = [part, path === undefined ? '' : stablePath(path), variant ?? ''];
  return createHash('sha256')
    .update(JSON.stringify([fingerprintVersion, check, ...place, stableText(message)]))
    .digest('hex')
    .slice(0, 32);
}

/** Without positions: another certificate before it moves a node, and the node is the same. Names of header fields have no letter case. */
function stablePath(path: string): string {
  const text = stableText(path.replace(/\[\d+\]/g, ''));
  return /^[A-Za-z0-9-]+$/.test(text) ? text.toLowerCase() : text;
}

/** In this order: what is part of another form comes after it. */
const variable: readonly (readonly [form: RegExp, name: string])[] = [
  [/\bredacted-([a-z]+)-\d+/g, 'redacted-$1'],
  [/\b[\w.+-]+@[\w-]+(?:\.[\w-]+)*/g, '<user>'],
  [/\b(https?):\/\/[^/\s"'<>?#)]+/gi, '$1://<host>'],
  [/\?[^\s"'<>)]*(?==)[^\s"'<>)]*/g, '?<query>'],
  [/\bmde-conformance-[\w-]+/g, '<device>'],
  [/\{?\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b\}?/gi, '<id>'],
  [/\b\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?/g, '<time>'],
  [/\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d? \w{3} \d{4} [\d:]+ GMT\b/g, '<time>'],
  [/\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/g, '<host>'],
  [/\b(?:[0-9a-f]{2}[: ]){7,}[0-9a-f]{2}\b/gi, '<hex>'],
  [/\b(?!0x)[0-9a-f]{16,}\b/gi, '<hex>'],
  [/(?<![\w+/-])(?=[\w+/-]*\d)(?=[\w+/-]*[A-Za-z])[\w+/-]{24,}={0,2}/g, '<data>'],
  [/\b(?:localhost|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})(?::\d+)?\b/g, '<host>'],
  [/\bexchanges? \d+(?:(?:, | and )\d+)*/g, 'exchange <n>'],
  [/\b\d+(?= (?:bytes?|characters?|ms|milliseconds?|seconds?|minutes?|hours?|days?)\b)/g, '<n>'],
  [/(?<![\w.])\d{4,}(?![\w.]\d)/g, '<n>'],
];

/** A text in which what a run or a server brings is replaced by its kind, as in a fingerprint. Pure. */
export function stableText(text: string): string {
  return variable
    .reduce((current, [form, name]) => current.replace(form, name), text)
    .replace(/\s+/g, ' ')
    .trim();
}
