import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import tls from 'node:tls';

/** The configured TLS trust cannot be used. The message names its origin and the problem. */
export class UnusableTrust extends Error {
  override readonly name = 'UnusableTrust';
}

/** The roots that Node offers: its own, and since 22.15 those of the system. */
export interface NodeRoots {
  readonly rootCertificates: readonly string[];
  readonly getCACertificates?: (store: 'default' | 'system') => readonly string[];
}

/**
 * The PEM roots that a server certificate must reach. With `given`, these and no others. Otherwise those of Node, of the system (if
 * Node offers them), of SSL_CERT_FILE and of NODE_EXTRA_CA_CERTS. `undefined` leaves the choice to Node, which then reads
 * NODE_EXTRA_CA_CERTS itself, if there is nothing else to add.
 */
export function trustedRoots(
  given: readonly string[] | undefined,
  environment: Readonly<Record<string, string | undefined>>,
  node: NodeRoots = tls,
): string[] | undefined {
  if (given) return given.flatMap((pem, index) => certificatesIn(pem, `trusted root ${index + 1}`));
  const { SSL_CERT_FILE: file, NODE_EXTRA_CA_CERTS: extra } = environment;
  const own = node.getCACertificates?.('default') ?? node.rootCertificates;
  const known = new Set(own.map(normalised));
  const added = [
    ...(node.getCACertificates?.('system') ?? []),
    ...(file ? certificatesInFile(file, 'SSL_CERT_FILE') : []),
  ];
  if (added.every((pem) => known.has(normalised(pem)))) return undefined;
  return [...own, ...added, ...(extra ? certificatesInFile(extra, 'NODE_EXTRA_CA_CERTS') : [])];
}

/** The same certificate may have other line ends. */
function normalised(pem: string): string {
  return pem.replaceAll(/\s/g, '');
}

function certificatesInFile(file: string, variable: string): string[] {
  return certificatesIn(read(file, variable), `the file that ${variable} names`);
}

function read(file: string, variable: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw new UnusableTrust(`${variable} names ${file}, which cannot be read (${why})`);
  }
}

function certificatesIn(pem: string, origin: string): string[] {
  const blocks =
    pem.match(/-----BEGIN (?:TRUSTED )?CERTIFICATE-----[^-]+-----END (?:TRUSTED )?CERTIFICATE-----/g) ?? [];
  if (blocks.length === 0) throw new UnusableTrust(`${origin} holds no PEM certificate`);
  for (const block of blocks) {
    if (!isCertificate(block)) throw new UnusableTrust(`${origin} holds a PEM block that is not an X.509 certificate`);
  }
  return blocks;
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}
