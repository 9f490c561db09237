import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import type { Certificate } from '../../harness/protocol/pki/read/certificate.ts';
import { UnusableEvidence } from '../../harness/engine/evidence/unusable.ts';
import { isSelfIssued, isSelfSigned } from '../../harness/protocol/pki/read/chain-link.ts';
import { isKnownAlgorithm } from '../../harness/protocol/pki/read/signature.ts';

/** The device makes every certificate under Root a trust anchor, so only roots belong there. */
export const rootAuthority = defineCheck({
  id: 'certificates/root-authority',
  title: 'Each certificate under Root is a self-signed CA certificate',
  level: 'MUST',
  basis: 'specification',
  requirements: ['X509-07'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the device takes the certificate for a root to which a chain leads' },
  remedy: 'Deliver the self-signed root under Root, with basicConstraints cA true.',
  needs: { each: 'issue' },
  applies: {
    when: 'the document delivers a root',
    test: ({ provisioning }) => provisioning.certificates.some(({ store }) => store === 'Root'),
  },

  *judge({ provisioning }) {
    const roots = provisioning.certificates.filter(({ store }) => store === 'Root');
    const unchecked = roots.find(({ certificate }) => isUncheckable(certificate));
    for (const { node, certificate } of roots) {
      const name = certificate.subject.toString();
      if (!isSelfSigned(certificate) && !isUncheckable(certificate)) {
        yield { message: `The root "${name}" is not self-signed`, at: node };
      }
      if (!isAuthority(certificate)) yield { message: `The root "${name}" is no CA certificate`, at: node };
    }
    if (!unchecked) return;
    const { subject, signature } = unchecked.certificate;
    throw new UnusableEvidence(
      `signatures by ${signature.name}, as that of "${subject.toString()}", cannot be checked here`,
    );
  },

  counterexamples: [
    { name: 'a root without the CA bit', ...behaves({ root: { ca: false } }) },
    { name: 'a root that another key signed', ...behaves({ root: { otherSigner: true } }) },
  ],
});

/** Before version 3 there was no basicConstraints; such an old root is an authority because it is trusted. */
function isAuthority({ ca, version, extensions }: Certificate): boolean {
  return ca ?? (version < 3 && extensions.length === 0);
}

/** The name is its own issuer, but OpenSSL on this machine does not support the signature algorithm. */
function isUncheckable(certificate: Certificate): boolean {
  const canCheck = isKnownAlgorithm(certificate.signature) && certificate.publicKey.keyObject !== undefined;
  return isSelfIssued(certificate) && !canCheck;
}
