import tls from 'node:tls';
import type { ClientCertificate, Connection, TlsVersion } from '../exchange/exchange.ts';
import { isOldVersion } from '../exchange/sendable-url.ts';

/** The TLS library of this machine does not support the version. */
export class VersionUnavailable extends Error {
  override readonly name = 'VersionUnavailable';
}

/**
 * The TLS settings of each connection: TLS 1.2 and later, or the one version that the connection names. Settings
 * without a client certificate are made once. Throws `VersionUnavailable` if the library refuses the version at once.
 */
export function createSecureContexts(
  trust: tls.SecureContextOptions,
): (connection: Connection | undefined) => tls.SecureContext {
  const kept = new Map<TlsVersion | undefined, tls.SecureContext>();
  return ({ tlsVersion, clientCertificate } = {}) => {
    const options = { ...trust, ...versionsOf(tlsVersion) };
    if (clientCertificate) return tls.createSecureContext({ ...options, ...identityOf(clientCertificate) });
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
