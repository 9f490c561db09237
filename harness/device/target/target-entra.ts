import path from 'node:path';
import { privateKeyOf } from '../entra/entra-issuer.ts';
import type { EntraTarget, IssuerSettings } from '../entra/entra-target.ts';
import { Secret } from '../../wire/redaction/secret.ts';
import { readSecretFile } from './pem-file.ts';
import { TargetError } from './target-error.ts';

/** `entra` of a target file, as the schema allows it. */
export interface EntraEntry extends Omit<EntraTarget, 'issuer'> {
  readonly issuer: Omit<IssuerSettings, 'key'> & { readonly keyFile?: string };
}

/** Reads the file with the key of the issuer; `folder` is that of the target file. Throws `TargetError`. */
export function resolveEntra({ issuer: { keyFile, ...issuer }, ...entra }: EntraEntry, folder: string): EntraTarget {
  if (keyFile === undefined) return { ...entra, issuer };
  const from = '"entra.issuer.keyFile"';
  const key = new Secret('secret', readSecretFile(path.resolve(folder, keyFile), from).toString('utf8'));
  try {
    privateKeyOf(key);
  } catch {
    throw new TargetError(
      `${from}: the file holds no private RSA key in PEM; "openssl genrsa -out issuer.pem 2048" makes one`,
    );
  }
  return { ...entra, issuer: { ...issuer, key } };
}
