import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { packageRoot } from '../../../package-root.ts';

/** A key pair for node:crypto, with the DER of its SubjectPublicKeyInfo. */
export interface KeyPair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly spki: Uint8Array;
}

/** How many numbered keys the pool has: 0 to 7 are for devices, 8 to 10 for the reference server (`authority-keys.ts`). */
export const poolSize = 11;

/** Thrown when a key is asked for that the pool does not have. */
export class UnknownPoolKey extends Error {
  override readonly name = 'UnknownPoolKey';
}

const generate = promisify(generateKeyPair);

/** A fresh RSA key. Calls run in parallel on the thread pool: 2048 bits take about 0.1 s, 4096 bits over a second. */
export async function generateRsaKey(bits: number): Promise<KeyPair> {
  return keyPair(await generate('rsa', { modulusLength: bits }));
}

/** A fresh key on the curve P-256. */
export async function generateEcKey(): Promise<KeyPair> {
  return keyPair(await generate('ec', { namedCurve: 'P-256' }));
}

const loaded = new Map<string, KeyPair>();

/**
 * Test key number `n` of captures/reference/keys, RSA 2048. It is the same on every machine, so that recorded sessions
 * are equal to the byte. Its private half is public, so a run beyond loopback must refuse it: see `isPoolKey`.
 */
export function poolKey(n: number): KeyPair {
  if (!Number.isInteger(n) || n < 0 || n >= poolSize) {
    throw new UnknownPoolKey(`there is no test key ${n}: the pool has 0 to ${poolSize - 1}`);
  }
  return readKey(`key-${n}`);
}

/** The length in bits that no policy allows any more. */
export const shortKeyBits = 1024;

/** The one test key of `shortKeyBits`, for requests that a server has to refuse. What is said of `poolKey` holds for it. */
export function shortPoolKey(): KeyPair {
  return readKey('short');
}

/** The length in bits of a key that anybody can break; the shortest that OpenSSL makes. */
export const weakKeyBits = 512;

/** The one test key of `weakKeyBits`, for authorities that nobody should trust. What is said of `poolKey` holds for it. */
export function weakPoolKey(): KeyPair {
  return readKey('weak');
}

/** The one test key on P-256, for a TLS server. What is said of `poolKey` holds for it. */
export function serverPoolKey(): KeyPair {
  return readKey('server');
}

/** The test keys of the authority that certifies users, and of its one user. What is said of `poolKey` holds for them. */
export function userPoolKeys(): { readonly authority: KeyPair; readonly user: KeyPair } {
  return { authority: readKey('user-authority'), user: readKey('user') };
}

/** Whether a SubjectPublicKeyInfo is that of a test key, whose private half everybody has. */
export function isPoolKey(spki: Uint8Array): boolean {
  const pool = [
    ...Array.from({ length: poolSize }, (_, n) => poolKey(n)),
    shortPoolKey(),
    weakPoolKey(),
    serverPoolKey(),
    ...Object.values(userPoolKeys()),
  ];
  return pool.some((key) => Buffer.compare(key.spki, spki) === 0);
}

function readKey(name: string): KeyPair {
  const known = loaded.get(name);
  if (known) return known;
  const file = path.join(packageRoot, 'captures', 'reference', 'keys', `${name}.pem`);
  const privateKey = createPrivateKey(readFileSync(file));
  const key = keyPair({ privateKey, publicKey: createPublicKey(privateKey) });
  loaded.set(name, key);
  return key;
}

function keyPair({ privateKey, publicKey }: { privateKey: KeyObject; publicKey: KeyObject }): KeyPair {
  return { privateKey, publicKey, spki: publicKey.export({ format: 'der', type: 'spki' }) };
}
