import type { BreakReason } from './exchange.ts';

/** Why a connection failed, with a sentence for people. */
export interface Breakage {
  readonly reason: BreakReason;
  readonly message: string;
  /** Node's name for a break in TLS. */
  readonly code?: string;
}

/** The progress of a connection when it failed. */
export type Progress = 'connecting' | 'handshake' | 'open';

/** Explains an error of Node's network layer; `host` is the requested name and port, `offered` the TLS versions. */
export function breakageOf(error: Error, host: string, progress: Progress, offered = 'TLS 1.2 or later'): Breakage {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'ENOTFOUND' || code.startsWith('EAI_')) {
    return { reason: 'dns', message: `The name of ${host} does not resolve (${code}).` };
  }
  if (code === 'ECONNREFUSED') return { reason: 'refused', message: `${host} refused the connection.` };
  if (code === 'ETIMEDOUT') return { reason: 'timeout', message: `${host} did not answer the connection attempt.` };
  if (ownLack.includes(code)) return { reason: 'unoffered', message: unoffered(host, code) };
  if (isTlsCode(code)) return { reason: 'tls', message: tlsSentence(code, error, host, offered), code };
  if (progress === 'handshake') {
    return {
      reason: 'tls',
      message: `${host} ended the connection during the TLS handshake (${code || error.message}).`,
      ...(code === '' ? {} : { code }),
    };
  }
  if (code === 'ECONNRESET' || code === 'EPIPE' || code === 'ECONNABORTED') {
    return { reason: 'reset', message: `${host} reset the connection (${code}).` };
  }
  return { reason: 'other', message: `The exchange with ${host} failed: ${code || error.message}.` };
}

/** Errors of an OpenSSL that was built or configured without the version or its ciphers. */
const ownLack: readonly string[] = ['ERR_SSL_NO_PROTOCOLS_AVAILABLE', 'ERR_SSL_NO_CIPHERS_AVAILABLE'];

/** The sentence for a version that cannot be offered. */
export function unoffered(host: string, why: string): string {
  return `The TLS library of this machine cannot offer this version (${why}), so this says nothing about ${host}.`;
}

/** The sentence for a client certificate that cannot be shown. */
export function unloadable(why: string): string {
  return `The TLS library of this machine cannot load the client certificate (${why}), so nothing was sent.`;
}

const tlsCodes = /^(?:ERR_SSL_|ERR_TLS_|EPROTO$|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH$)/;

function isTlsCode(code: string): boolean {
  return tlsCodes.test(code);
}

function tlsSentence(code: string, error: Error, host: string, offered: string): string {
  if (/WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST/.test(code)) {
    return `${host} does not speak TLS (${code}).`;
  }
  if (/UNSUPPORTED_PROTOCOL|PROTOCOL_VERSION/.test(code)) {
    return `${host} accepts no ${offered} (${code}).`;
  }
  if (/CERTIFICATE_REQUIRED|ALERT_HANDSHAKE_FAILURE|BAD_CERTIFICATE/.test(code)) {
    return `${host} ended TLS with an alert; it may demand a client certificate, or share no cipher (${code}).`;
  }
  return `TLS with ${host} failed: ${code || error.message}.`;
}
