import tls from 'node:tls';
import type { ClientCertificate, Connection, TlsVersion } from '../exchange/exchange.ts';
import { isOldVersion } from '../exchange/sendable-url.ts';

/** The TLS library of this machine does not support the version. */
export class VersionUnavailable extends Error {
  override readonly name = 'VersionUnavailable';
}

/** This machine's TLS library cannot load a client certificate. */
export class UnloadableCertificate extends Error {
  override readonly name = 'UnloadableCertificate';

  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/**
 * The TLS settings of each connection: TLS 1.2 and later, or the one version that the connection names. Settings
 * without a client certificate are made once. Throws `VersionUnavailable` if the library refuses the version at once,
 * and `UnloadableCertificate` if it refuses the certificate at every security level.
 */
export function createSecureContexts(
  trust: tls.SecureContextOptions,
): (connection: Connection | undefined) => tls.SecureContext {
  const kept = new Map<TlsVersion | undefined, tls.SecureContext>();
  return ({ tlsVersion, clientCertificate } = {}) => {
    const options = { ...trust, ...versionsOf(tlsVersion) };
    if (clientCertificate) return contextWith(clientCertificate, options);
    const context = kept.get(tlsVersion) ?? createContext(options, tlsVersion);
    kept.set(tlsVersion, context);
    return context;
  };
}

/**
 * OpenSSL offers TLS 1.0 and 1.1 only below its default security level, and servers with these versions may know no
 * modern cipher.
 */
function versionsOf(version: TlsVersion | undefined): tls.SecureContextOptions {
  if (version === undefined) return { minVersion: 'TLSv1.2' };
  const only = { minVersion: version, maxVersion: version };
  return isOldVersion(version) ? { ...only, ciphers: 'ALL:!aNULL@SECLEVEL=0' } : only;
}

/** What OpenSSL says of a certificate that is too weak for its usual level of security. */
const tooWeak: readonly unknown[] = ['ERR_SSL_CA_MD_TOO_WEAK', 'ERR_SSL_EE_KEY_TOO_SMALL', 'ERR_SSL_CA_KEY_TOO_SMALL'];

/** A server may have issued a certificate that is too weak for OpenSSL: a device shows it all the same, and checks judge it. */
function contextWith(client: ClientCertificate, options: tls.SecureContextOptions): tls.SecureContext {
  const settings = { ...options, ...identityOf(client) };
  try {
    return tls.createSecureContext(settings);
  } catch (error) {
    if (!tooWeak.includes(codeOf(error))) throw new UnloadableCertificate(error);
  }
  try {
    return tls.createSecureContext({ ...settings, ciphers: options.ciphers ?? 'DEFAULT@SECLEVEL=0' });
  } catch (error) {
    throw new UnloadableCertificate(error);
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function identityOf({ certificate, privateKey }: ClientCertificate): tls.SecureContextOptions {
  return privateKey === undefined ? {} : { cert: certificate, key: privateKey };
}

function createContext(options: tls.SecureContextOptions, version: TlsVersion | undefined): tls.SecureContext {
  try {
    return tls.createSecureContext(options);
  } catch (error) {
    if (version === undefined) throw error;
    throw new VersionUnavailable(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
