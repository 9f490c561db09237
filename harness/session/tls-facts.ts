import { X509Certificate } from 'node:crypto';
import type { DetailedPeerCertificate, TLSSocket } from 'node:tls';
import type { TlsFacts } from './exchange.ts';

/** Reads what the handshake showed. The chain is what the server sent, never completed from the trust store. */
export function readTlsFacts(socket: TLSSocket): TlsFacts {
  const error = socket.authorized ? undefined : String(socket.authorizationError);
  // In this order: once asked for the chain that was sent, Node knows no other one.
  const above = intermediatesAbove(socket);
  const peerChain = sentChain(socket);
  const unsent = above.filter((pem) => !peerChain.includes(pem));
  return {
    protocol: socket.getProtocol() ?? 'unknown',
    cipher: socket.getCipher().name,
    authorized: socket.authorized,
    ...(error === undefined ? {} : { error }),
    peerChain,
    ...(unsent.length === 0 ? {} : { unsent }),
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

/** What Node builds from what was sent and what is trusted, without the leaf and the root, which issued itself. */
function intermediatesAbove(socket: TLSSocket): string[] {
  const found = new Map<string, X509Certificate>();
  // Node's types do not say that it is empty where there is none.
  let certificate: Partial<DetailedPeerCertificate> | undefined = socket.getPeerCertificate(true);
  while (certificate?.raw) {
    const { raw, issuerCertificate }: Partial<DetailedPeerCertificate> = certificate;
    const key = raw.toString('base64');
    if (found.has(key)) break;
    found.set(key, new X509Certificate(raw));
    certificate = issuerCertificate;
  }
  return [...found.values()]
    .slice(1)
    .filter((above) => above.subject !== above.issuer)
    .map((above) => above.toString());
}
