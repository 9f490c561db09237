import type { JsonWebKey } from 'node:crypto';

/** A public key of an issuer, with its id. */
export interface TrustedKey extends JsonWebKey {
  readonly kid: string;
}

/** Which tokens of Microsoft Entra, or of an issuer in its place, a server takes. */
export interface EntraTrust {
  readonly tenant: string;
  /** The `iss` of tokens of both versions. */
  readonly issuers: { readonly v1: string; readonly v2: string };
  /** The `aud` of tokens of version 1: the application ID URI. */
  readonly audience: string;
  /** The `aud` of tokens of version 2. */
  readonly clientId: string;
  /** The keys that the server knows now. */
  readonly keys: () => readonly TrustedKey[];
  /** Called before a request that may carry a token; it may look for new keys, and never rejects. */
  readonly renewKeys?: () => Promise<void>;
}
