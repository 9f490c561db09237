import { defineCheck } from '../../harness/engine/check.ts';
import { behaves } from '../../harness/engine/departures.ts';
import type { Certificate } from '../../harness/pki/certificate.ts';
import { isSelfSigned } from '../../harness/pki/chain-link.ts';

/** What stands under Root becomes a trust anchor; anything else there anchors nothing. */
export const rootAuthority = defineCheck({
  id: 'certificates/root-authority',
  title: 'Each certificate under Root is a self-signed CA certificate',
  level: 'MUST',
  basis: 'windows',
  requirements: ['X509-07'],
  since: '0.1.0',
  impact: { kind: 'breaks', says: 'the chain of the device does not validate' },
  remedy: 'Deliver the self-signed root under Root, with basicConstraints cA true.',
  needs: { each: 'issue' },
  applies: {
    when: 'the document delivers a root',
    test: ({ provisioning }) => provisioning.certificates.some(({ store }) => store === 'Root'),
  },

  *judge({ provisioning }) {
    for (const { store, node, certificate } of provisioning.certificates) {
      if (store !== 'Root') continue;
      const name = certificate.subject.toString();
      if (!isSelfSigned(certificate)) yield { message: `The root "${name}" is not self-signed`, at: node };
      if (!isAuthority(certificate)) yield { message: `The root "${name}" is no CA certificate`, at: node };
    }
  },

  counterexamples: [
    { name: 'a root without the CA bit', ...behaves({ root: { ca: false } }) },
    { name: 'a root that another key signed', ...behaves({ root: { otherSigner: true } }) },
  ],
});

/** Before version 3 there was no basicConstraints: a root that old is an authority by being trusted. */
function isAuthority({ ca, version, extensions }: Certificate): boolean {
  return ca ?? (version < 3 && extensions.length === 0);
}
