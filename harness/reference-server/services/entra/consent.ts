import { createHmac, timingSafeEqual } from 'node:crypto';
import { seededBytes } from '../../../protocol/pki/build/seeded-bytes.ts';
import type { EntraUser } from './jwt-reader.ts';

/** What proves that a user accepted the terms, and that a form is of this server; without a memory of the server. */
export interface Consents {
  /** The OpaqueBlob of a user who accepts; no two are equal. */
  readonly blobFor: (userId: string) => string;
  /** Whether a blob is one of this user. */
  readonly isOf: (blob: string, user: EntraUser) => boolean;
  /** What the form of the page carries, for these fields. */
  readonly proofOf: (fields: readonly string[]) => string;
  readonly isProven: (fields: readonly string[], proof: string) => boolean;
}

/** Signs consents with a key of this server. Anyone who knows the seed can sign them. */
export function createConsents(seed: string): Consents {
  const key = seededBytes(`${seed} consent key`)(32);
  const ids = seededBytes(`${seed} consent ids`);
  const sign = (text: string): string => createHmac('sha256', key).update(text).digest('base64url');
  const proofOf = (fields: readonly string[]): string => sign(JSON.stringify(fields));
  return {
    blobFor: (userId) => {
      const id = Buffer.from(ids(12)).toString('base64url');
      return `${id}.${sign(`consent ${id} ${userId}`)}`;
    },
    isOf: (blob, { id: userId }) => {
      const [id = '', mac = '', ...others] = blob.split('.');
      return others.length === 0 && isEqual(mac, sign(`consent ${id} ${userId}`));
    },
    proofOf,
    isProven: (fields, proof) => isEqual(proof, proofOf(fields)),
  };
}

/** In constant time. */
function isEqual(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
