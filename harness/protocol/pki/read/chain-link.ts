import type { Certificate } from './certificate.ts';
import { sameName } from './name.ts';

/** Whether one certificate follows from another, by name and by signature. */
export interface ChainLink {
  readonly names: boolean;
  readonly signature: boolean;
}

/** Compares the issuer's name and checks the signature of `child`; dates, constraints and purposes are path validation's matter. */
export function issuedBy(child: Certificate, issuer: Certificate): ChainLink {
  return { names: sameName(child.issuer, issuer.subject), signature: child.signedBy(issuer) };
}

/** Whether the certificate names itself as its issuer, whoever signed it. */
export function isSelfIssued(certificate: Certificate): boolean {
  return sameName(certificate.issuer, certificate.subject);
}

/** Whether the certificate names itself as its issuer and its own key signed it. */
export function isSelfSigned(certificate: Certificate): boolean {
  return isSelfIssued(certificate) && certificate.signedBy(certificate);
}

/** Longer chains than this are nobody's. */
const longestChain = 10;

/**
 * The chain from `leaf` up to a self-signed certificate, or to the last issuer among `candidates`: at most ten
 * certificates, each of them once. It prefers an issuer whose name matches and whose key signed, and among these a
 * self-signed one. If no key matches, it takes one whose name matches, so that the caller can report the wrong
 * signature.
 */
export function buildChain(leaf: Certificate, candidates: readonly Certificate[]): Certificate[] {
  const chain = [leaf];
  let last = leaf;
  while (chain.length < longestChain && !isSelfSigned(last)) {
    const issuer = findIssuer(
      last,
      candidates.filter((candidate) => !chain.some(({ sha1 }) => sha1 === candidate.sha1)),
    );
    if (!issuer) break;
    chain.push(issuer);
    last = issuer;
  }
  return chain;
}

function findIssuer(child: Certificate, candidates: readonly Certificate[]): Certificate | undefined {
  const named = candidates.filter((candidate) => sameName(child.issuer, candidate.subject));
  const signers = named.filter((candidate) => child.signedBy(candidate));
  return signers.find(isSelfSigned) ?? signers[0] ?? named[0];
}
