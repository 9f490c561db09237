import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves, reissue } from '../../harness/engine/rule/departures.ts';
import { isSelfSigned } from '../../harness/protocol/pki/read/chain-link.ts';

/**
 * RFC 5280 demands them of every authority that follows it (sections 4.2.1.1 and 4.2.1.2). A root is exempt, because
 * its own signature needs no search. Certificates before version 3 have no extensions.
 */
export const keyIdentifiers = defineCheck({
  id: 'certificates/key-identifiers',
  title: 'Issued certificates and intermediates name the key of their issuer, and intermediates their own',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['X509-06'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether the reader is as strict as OpenSSL with -x509_strict, which refuses the chain',
  },
  remedy: 'Add authorityKeyIdentifier to each issued certificate, and subjectKeyIdentifier to each authority.',
  needs: { each: 'issue' },

  *judge({ provisioning }) {
    for (const { store, node, certificate } of provisioning.certificates) {
      const { version, ca, subject, authorityKeyId, subjectKeyId } = certificate;
      if (version < 3 || store === 'Root' || isSelfSigned(certificate)) continue;
      if (authorityKeyId === undefined) {
        yield { message: `"${subject.toString()}" has no authority key identifier`, at: node };
      }
      if (ca === true && subjectKeyId === undefined) {
        yield { message: `"${subject.toString()}" has no subject key identifier`, at: node };
      }
    }
  },

  counterexamples: [
    { name: "a certificate that does not name its issuer's key", ...reissue({ authorityKeyId: 'absent' }) },
    {
      name: "an intermediate that does not name its issuer's key",
      ...behaves({ intermediate: { authorityKeyId: 'absent' } }),
    },
    {
      name: 'an intermediate that does not name its own key',
      ...behaves({ intermediate: { withoutSubjectKeyId: true } }),
    },
  ],
});
