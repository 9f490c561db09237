import type { Certificate } from '../../protocol/pki/read/certificate.ts';
import type { Place } from '../../protocol/xml/place.ts';
import { sameBytes } from '../evidence/bytes.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { UnusableEvidence } from '../evidence/unusable.ts';

/** The certificate that a request got instead of a refusal. */
export interface IssuedInstead {
  /** Its subject and the key that it certifies: `a certificate for "CN=device" and the key of the request (RSA, 1024 bits)`. */
  readonly says: string;
  readonly at: Place;
}

/** The certificate of an accepted RequestSecurityToken; undefined for other kinds, and if no certificate can be read. */
export function issuedInstead(evidence: Evidence): IssuedInstead | undefined {
  if (evidence.kind !== 'issue' || evidence.state !== 'success') return undefined;
  try {
    const { node, certificate } = evidence.provisioning.client;
    const { algorithm, bits } = certificate.publicKey;
    const size = algorithm.toUpperCase() + (bits === undefined ? '' : `, ${bits} bits`);
    return { says: `a certificate for "${certificate.subject.toString()}" and ${keyOf(evidence)} (${size})`, at: node };
  } catch (error) {
    if (error instanceof UnusableEvidence) return undefined;
    throw error;
  }
}

function keyOf({ facts, provisioning: { client, certificates } }: Evidence): string {
  const isOfClient = ({ publicKey }: Pick<Certificate, 'publicKey'>): boolean =>
    sameBytes(publicKey.spki, client.certificate.publicKey.spki);
  const owner = certificates.find((other) => other !== client && isOfClient(other.certificate));
  if (owner) return `the key of "${owner.certificate.subject.toString()}"`;
  const asked = facts.certificateRequest;
  if (!asked) return 'a key that cannot be read in the request';
  return isOfClient(asked) ? 'the key of the request' : 'a key that is not in the request';
}
