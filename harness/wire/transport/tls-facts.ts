import { X509Certificate } from 'node:crypto';
import type { DetailedPeerCertificate, PeerCertificate, TLSSocket } from 'node:tls';
import type { TlsFacts } from '../exchange/exchange.ts';

/**
 * Reads the facts of the handshake. The chain is the one that the server sent, never completed from the trust store.
 * `builtChain` is the chain that Node built from it and from the trust, if it built one.
 */
export function readTlsFacts(socket: TLSSocket, builtChain?: PeerCertificate): TlsFacts {
  const error = socket.authorized ? undefined : String(socket.authorizationError);
  // In this order: once asked for the chain that was sent, Node knows no other one.
  const above = intermediatesAbove(builtChain ?? socket.getPeerCertificate(true));
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

/** The chain that Node builds from the sent and the trusted certificates, without the leaf and the self-issued root. */
function intermediatesAbove(builtChain: PeerCertificate): string[] {
  const found = new Map<string, X509Certificate>();
  // Node's types do not say that it is empty where there is none.
  let certificate: Partial<DetailedPeerCertificate> | undefined = builtChain;
  while (certificate?.raw) {
    const { raw, issuerCertificate }: Partial<DetailedPeerCertificate> = certificate;
    const key = raw.toString('base64');
    if (found.has(key)) break;
    found.set(key, readOnce(key, raw));
    certificate = issuerCertificate;
  }
  return [...found.values()]
    .slice(1)
    .filter((above) => above.subject !== above.issuer)
    .map((above) => above.toString());
}

/** A cache, because each connection shows the same few certificates. */
const recent = new Map<string, X509Certificate>();
const mostRecent = 64;

function readOnce(key: string, raw: Buffer): X509Certificate {
  const certificate = recent.get(key) ?? new X509Certificate(raw);
  if (recent.size >= mostRecent) recent.clear();
  recent.set(key, certificate);
  return certificate;
}
