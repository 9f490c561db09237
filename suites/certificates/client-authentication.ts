import { defineCheck } from '../../harness/engine/rule/check.ts';
import { reissue } from '../../harness/engine/rule/departures.ts';

/** The purpose for which a management server asks for it. */
export const clientAuthentication = defineCheck({
  id: 'certificates/client-authentication',
  title: 'The extended key usages of the issued certificate, if any, allow TLS client authentication',
  level: 'MUST',
  basis: 'specification',
  requirements: ['X509-03'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'the certificate is refused in the management session',
    evidence: {
      by: 'specified',
      source: 'RFC 5280, section 4.2.1.12: a certificate is used for the purposes alone that it names',
    },
  },
  remedy: 'Issue the certificate with extended key usage 1.3.6.1.5.5.7.3.2 (clientAuth).',
  needs: { each: ['issue', 'renew'] },
  applies: {
    when: 'the certificate is restricted to extended key usages',
    test: ({ provisioning }) => provisioning.client.certificate.extendedKeyUsages !== undefined,
  },

  *judge({ provisioning }) {
    const { node, certificate } = provisioning.client;
    const usages = certificate.extendedKeyUsages ?? [];
    if (!usages.some((oid) => oid === '1.3.6.1.5.5.7.3.2' || oid === '2.5.29.37.0')) {
      yield {
        message: `The extended key usages are ${usages.join(', ')}`,
        at: node,
        expected: '1.3.6.1.5.5.7.3.2',
        actual: usages.join(', '),
      };
    }
  },

  counterexamples: [{ name: 'a certificate for servers', ...reissue({ extendedKeyUsages: ['1.3.6.1.5.5.7.3.1'] }) }],
});
