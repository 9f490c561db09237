import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { TargetError } from './target-error.ts';

/**
 * Reads all certificates of a PEM file, in order, and ignores other blocks such as a private key. Throws `TargetError`
 * if the file is missing or has none; `from` names the option or field in the message.
 */
export function readPemFile(file: string, from: string): readonly string[] {
  const certificates = readText(file, from).match(
    /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g,
  );
  if (!certificates) throw new TargetError(`${from}: "${file}" holds no certificate; expected PEM`);
  for (const [index, pem] of certificates.entries()) {
    if (!isCertificate(pem)) throw new TargetError(`${from}: certificate ${index + 1} of "${file}" cannot be read`);
  }
  return certificates.map((pem) => `${pem}\n`);
}

/** A text file; `from` names the option or field in the `TargetError` when it cannot be read. */
export function readText(file: string, from: string): string {
  return readBytes(file, from).toString('utf8');
}

function readBytes(file: string, from: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new TargetError(`${from}: cannot read "${file}" (${codeOf(error)})`);
  }
}

/**
 * A file that holds a secret. The `TargetError` when it cannot be read names the option or field, and no file: who gives the secret itself
 * by mistake must not find it in a log.
 */
export function readSecretFile(file: string, from: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new TargetError(
      `${from}: cannot read the file (${codeOf(error)}); give the path of a file, never the password`,
    );
  }
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
