import type { Exchange, TlsFacts } from '../../wire/exchange/exchange.ts';

/** What the TLS handshake of an exchange showed, whether it went on or broke there; absent where nobody recorded it. */
export function tlsOf({ answer }: Exchange): TlsFacts | undefined {
  return answer.kind === 'broken' ? (answer.tls ?? answer.response?.tls) : answer.response.tls;
}

/** Whether TLS came about and was gone on with, whatever became of the request then. */
export function isTlsOpen(exchange: Exchange): boolean {
  const { answer } = exchange;
  return tlsOf(exchange) !== undefined && !(answer.kind === 'broken' && answer.reason === 'tls');
}

/** The version that the server chose, also where the handshake broke behind that; absent where it chose none. */
export function chosenVersion(exchange: Exchange): string | undefined {
  const { answer } = exchange;
  return tlsOf(exchange)?.protocol ?? (answer.kind === 'broken' ? answer.tlsBreak?.protocol : undefined);
}

/** What a server says that is not content with what the client has shown of itself. */
const demands =
  /_ALERT_(?:CERTIFICATE_REQUIRED|HANDSHAKE_FAILURE|BAD_CERTIFICATE|NO_CERTIFICATE|CERTIFICATE_UNKNOWN|ACCESS_DENIED)$/;

/** Whether the server ended TLS because a client certificate was not shown: it had chosen a version, and it was the client's turn. */
export function isCertificateDemanded(exchange: Exchange): boolean {
  const { request, answer } = exchange;
  if (answer.kind !== 'broken' || answer.reason !== 'tls' || request.connection?.clientCertificate) return false;
  return chosenVersion(exchange) !== undefined && demands.test(answer.tlsBreak?.code ?? '');
}

/** What a server says, or does, that has none of the versions offered; everything else that breaks a handshake may be our doing. */
const refusals = /_ALERT_|UNSUPPORTED_PROTOCOL|WRONG_VERSION_NUMBER|^ECONNRESET$|^EPIPE$|^ECONNABORTED$/;

/** Whether the server ended the handshake before it had chosen any of the versions that were offered. */
export function isVersionRefused(exchange: Exchange): boolean {
  const { answer } = exchange;
  if (answer.kind !== 'broken' || answer.reason !== 'tls' || chosenVersion(exchange) !== undefined) return false;
  const code = answer.tlsBreak?.code;
  return code === undefined || refusals.test(code);
}

/** Whether an exchange says anything of the versions that were offered: it was answered, or the server chose one or refused them all. */
export function isVersionDecided(exchange: Exchange): boolean {
  return exchange.answer.kind === 'answered' || chosenVersion(exchange) !== undefined || isVersionRefused(exchange);
}
