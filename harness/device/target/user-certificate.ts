import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import path from 'node:path';
import { Secret } from '../../wire/redaction/secret.ts';
import { readPemFile, readSecretFile } from './pem-file.ts';
import { TargetError } from './target-error.ts';

/** A certificate by which devices authenticate, with the key that signs their messages. */
export interface UserCertificate {
  /** The certificate itself, as PEM. */
  readonly pem: string;
  /** Base64 of the PKCS #8 of its RSA key. */
  readonly key: Secret;
}

/** `certificate` of a target file. */
export interface CertificateEntry {
  readonly certFile: string;
  readonly keyFile: string;
}

/** Where a target file names its files, and whether a missing one is an error; else the certificate is left out. */
export interface CertificateSurroundings {
  /** Absolute folder of the target file. */
  readonly folder: string;
  readonly isNeeded: boolean;
}

/** Reads both files. Throws `TargetError` where one cannot be read, or where they do not fit; undefined if they are not needed then. */
export function resolveCertificate(
  { certFile, keyFile }: CertificateEntry,
  { folder, isNeeded }: CertificateSurroundings,
): UserCertificate | undefined {
  try {
    const [pem = ''] = readPemFile(path.resolve(folder, certFile), '"certificate.certFile"');
    const from = '"certificate.keyFile"';
    const key = keyInPem(readSecretFile(path.resolve(folder, keyFile), from).toString('utf8'), `${from}: "${keyFile}"`);
    refuseMisfit(pem, key, certFile, keyFile);
    return { pem, key };
  } catch (error) {
    if (error instanceof TargetError && !isNeeded) return undefined;
    throw error;
  }
}

/** The RSA key in a PEM text. `from` names the file or field in the `TargetError`, which never shows the text. */
export function keyInPem(text: string, from: string): Secret {
  if (/-----BEGIN ENCRYPTED PRIVATE KEY-----|^Proc-Type: 4,ENCRYPTED/m.test(text)) {
    throw new TargetError(`${from} is encrypted; decrypt it first, such as with "openssl pkey"`);
  }
  if (!/-----BEGIN (?:RSA )?PRIVATE KEY-----/.test(text)) {
    throw new TargetError(`${from} holds no private key of RSA; expected PEM`);
  }
  const key = readKey(text);
  if (key === undefined) throw new TargetError(`${from} holds a private key that cannot be read`);
  if (key.asymmetricKeyType !== 'rsa') {
    throw new TargetError(
      `${from} holds a key of another kind than RSA, which rsa-sha256 needs (MS-MDE2 3.3.4.1.1.1.2)`,
    );
  }
  return new Secret('key', key.export({ format: 'der', type: 'pkcs8' }).toString('base64'));
}

/** The key for a signature; the text is that of a `UserCertificate`. */
export function privateKeyOf(base64: string): KeyObject {
  return createPrivateKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'pkcs8' });
}

function readKey(text: string): KeyObject | undefined {
  try {
    return createPrivateKey(text);
  } catch {
    return undefined;
  }
}

function refuseMisfit(pem: string, key: Secret, certFile: string, keyFile: string): void {
  const fits = new X509Certificate(pem).checkPrivateKey(privateKeyOf(key.revealTo(() => undefined)));
  if (fits) return;
  throw new TargetError(
    `"certificate": the key in "${keyFile}" is not that of the certificate in "${certFile}"; give the two files of one pair`,
  );
}
