import type { Exchange, TlsFacts } from '../session/exchange.ts';

/** What the TLS handshake of an exchange showed, whether it went on or broke there; absent where nobody recorded it. */
export function tlsOf({ answer }: Exchange): TlsFacts | undefined {
  return answer.kind === 'broken' ? (answer.tls ?? answer.response?.tls) : answer.response.tls;
}
