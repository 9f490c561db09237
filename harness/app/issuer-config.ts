import { createPublicKey } from 'node:crypto';
import { privateKeyOf, publicJwkOf } from '../device/entra/entra-issuer.ts';
import type { PublicJwk } from '../device/entra/entra-issuer.ts';
import { issuerOf } from '../device/entra/entra-target.ts';
import type { IssuerSettings } from '../device/entra/entra-target.ts';
import { keySetPath } from '../device/entra/issuer-documents.ts';
import type { EntraTrust, TrustedKey } from '../reference-server/services/entra/entra-trust.ts';

/** What a server has to be told so that it trusts the issuer of a target file. It holds nothing secret. */
export interface IssuerConfig {
  readonly tenant: string;
  readonly audience: string;
  readonly clientId: string;
  readonly issuers: { readonly v1: string; readonly v2: string };
  /** Missing where each run makes a key of its own. */
  readonly jwks?: { readonly keys: readonly PublicJwk[] };
  /** Where the keys are while a run lasts; missing where they are not served. */
  readonly jwksUri?: string;
}

/** What a server has to be told of these settings. */
export async function issuerConfigOf(settings: IssuerSettings): Promise<IssuerConfig> {
  const { tenant, audience, clientId, key, listen } = settings;
  return {
    tenant,
    audience,
    clientId,
    issuers: { v1: issuerOf(settings, 1), v2: issuerOf(settings, 2) },
    ...(key === undefined ? {} : { jwks: { keys: [await publicJwkOf(settings, privateKeyOf(key))] } }),
    ...(listen === undefined ? {} : { jwksUri: `http://127.0.0.1:${listen}${keySetPath}` }),
  };
}

/** How often a server looks for new keys, in milliseconds, and how much it reads of them. */
const renewal = { every: 5000, within: 2000, mostCharacters: 65_536 };

/** The trust of the reference server in such an issuer: in its keys, and in those that its address serves. */
export function trustOf({ jwks, jwksUri, ...config }: IssuerConfig): EntraTrust {
  const given: readonly unknown[] = jwks?.keys ?? [];
  const own = given.filter(isKey);
  let served: readonly TrustedKey[] = [];
  let last = Number.NEGATIVE_INFINITY;
  const renewKeys = async (): Promise<void> => {
    if (jwksUri === undefined || performance.now() - last < renewal.every) return;
    last = performance.now();
    try {
      const response = await fetch(jwksUri, { signal: AbortSignal.timeout(renewal.within), redirect: 'error' });
      const text = await response.text();
      const read: unknown = text.length > renewal.mostCharacters ? {} : JSON.parse(text);
      served =
        typeof read === 'object' && read !== null && 'keys' in read && Array.isArray(read.keys)
          ? read.keys.filter(isKey)
          : [];
    } catch {
      // A server that cannot reach the keys goes on with those that it has.
    }
  };
  return { ...config, keys: () => [...own, ...served], renewKeys };
}

/** Whether something is a key with which RS256 can be verified. */
function isKey(value: unknown): value is TrustedKey {
  if (typeof value !== 'object' || value === null || !('kid' in value) || typeof value.kid !== 'string') return false;
  try {
    return createPublicKey({ key: { ...value }, format: 'jwk' }).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}
