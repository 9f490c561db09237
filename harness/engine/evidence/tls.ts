import type { Exchange, TlsFacts } from '../../wire/exchange/exchange.ts';

/** The facts of the TLS handshake, even if it broke; undefined if the recording lacks them. */
export function tlsOf({ answer }: Exchange): TlsFacts | undefined {
  return answer.kind === 'broken' ? (answer.tls ?? answer.response?.tls) : answer.response.tls;
}

/** Whether the TLS handshake succeeded, whatever answer the request got. */
export function isTlsOpen(exchange: Exchange): boolean {
  const { answer } = exchange;
  return tlsOf(exchange) !== undefined && !(answer.kind === 'broken' && answer.reason === 'tls');
}

/** The version that the server chose, even if the handshake broke afterwards; undefined if it chose none. */
export function chosenVersion(exchange: Exchange): string | undefined {
  const { answer } = exchange;
  return tlsOf(exchange)?.protocol ?? (answer.kind === 'broken' ? answer.tlsBreak?.protocol : undefined);
}

/** The alerts of a server that demands a client certificate. */
const demands =
  /_ALERT_(?:CERTIFICATE_REQUIRED|HANDSHAKE_FAILURE|BAD_CERTIFICATE|NO_CERTIFICATE|CERTIFICATE_UNKNOWN|ACCESS_DENIED)$/;

/** Whether the server ended TLS after it had chosen a version, because the client showed no certificate. */
export function isCertificateDemanded(exchange: Exchange): boolean {
  const { request, answer } = exchange;
  if (answer.kind !== 'broken' || answer.reason !== 'tls' || request.connection?.clientCertificate) return false;
  return chosenVersion(exchange) !== undefined && demands.test(answer.tlsBreak?.code ?? '');
}

/** The errors of a handshake with a server that supports none of the offered versions; any other error may be our own. */
const refusals = /_ALERT_|UNSUPPORTED_PROTOCOL|WRONG_VERSION_NUMBER|^ECONNRESET$|^EPIPE$|^ECONNABORTED$/;

/** Whether the server ended the handshake before it chose one of the offered versions. */
export function isVersionRefused(exchange: Exchange): boolean {
  const { answer } = exchange;
  if (answer.kind !== 'broken' || answer.reason !== 'tls' || chosenVersion(exchange) !== undefined) return false;
  const code = answer.tlsBreak?.code;
  return code === undefined || refusals.test(code);
}

/** Whether an exchange shows what the server thinks of the offered versions: it answered, chose one, or refused all. */
export function isVersionDecided(exchange: Exchange): boolean {
  return exchange.answer.kind === 'answered' || chosenVersion(exchange) !== undefined || isVersionRefused(exchange);
}
