import type { Seen } from '../../../harness/engine/rule/check.ts';
import type { Impact } from '../../../harness/engine/rule/impact.ts';
import { sameBytes } from '../../../harness/engine/evidence/bytes.ts';
import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';

/** The condition of checks that compare the certificate with the key of the request. */
export const whenRequestIsReadable = {
  when: 'the certificate request can be read',
  test: ({ facts }: Evidence): boolean => facts.certificateRequest !== undefined,
};

/** What a device makes of a certificate whose key it does not have. */
export const otherKeyImpact: Impact = {
  kind: 'breaks',
  says: 'the device cannot prove itself by a certificate whose key it does not have',
  evidence: { by: 'specified', source: 'RFC 5246, section 7.4.8: a TLS client signs with the key of its certificate' },
};

/** A client certificate, first or renewed, for another key than that of the request. */
export function* otherKeyFinding({ facts, provisioning }: Evidence): Iterable<Seen> {
  const { node, certificate } = provisioning.client;
  if (facts.certificateRequest && !sameBytes(certificate.publicKey.spki, facts.certificateRequest.publicKey.spki)) {
    yield { message: 'The certificate holds another public key than the request', at: node };
  }
}
