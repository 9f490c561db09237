import { createHash } from 'node:crypto';
import type { Results } from '../harness/engine/verdict/results.ts';

/** The namespace of our ids and names: a random UUID, made once. */
export const namespace = '60c76641-e30b-425a-9abd-333d6fd90419';

const namespaceBytes = Buffer.from(namespace.replaceAll('-', ''), 'hex');

/** A UUID of version 5 (RFC 9562, section 5.5): the same parts give the same id. */
export function uuidOf(...parts: readonly string[]): string {
  const hash = createHash('sha1').update(namespaceBytes).update(JSON.stringify(parts)).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/**
 * What a check is known by from run to run at one target: SHA-256 in hexadecimal of the check and the target. Nothing of the run is in
 * it, so that a tool that follows tests over time sees the same test.
 */
export function checkIdentityOf(check: string, results: Results): string {
  return createHash('sha256')
    .update(JSON.stringify([check, targetOf(results)]))
    .digest('hex');
}

/** The target as a name that stays: our own server listens on another port each time. */
export function targetOf({ run, scope }: Results): string {
  return scope.embedded === true ? 'reference server' : run.target;
}
