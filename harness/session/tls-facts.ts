import type { TLSSocket } from 'node:tls';
import type { TlsFacts } from './exchange.ts';

/** Reads what the handshake showed. The chain is what the server sent, never completed from the trust store. */
export function readTlsFacts(socket: TLSSocket): TlsFacts {
  const error = socket.authorized ? undefined : String(socket.authorizationError);
  return {
    protocol: socket.getProtocol() ?? 'unknown',
    cipher: socket.getCipher().name,
    authorized: socket.authorized,
    ...(error === undefined ? {} : { error }),
    peerChain: sentChain(socket),
  };
}

function sentChain(socket: TLSSocket): string[] {
  const chain: string[] = [];
  let certificate = socket.getPeerX509Certificate();
  while (certificate && !chain.includes(certificate.toString())) {
    chain.push(certificate.toString());
    certificate = certificate.issuerCertificate;
  }
  return chain;
}
