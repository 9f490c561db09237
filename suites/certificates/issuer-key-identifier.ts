import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves, reissue } from '../../harness/engine/rule/departures.ts';
import { issuersOf } from './shared/issuers.ts';

/** Both certificates have to use the same identifier for the key of the issuer (RFC 5280 section 4.2.1.2). */
export const issuerKeyIdentifier = defineCheck({
  id: 'certificates/issuer-key-identifier',
  title: 'The authority key identifier of each certificate is the subject key identifier of its issuer',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['X509-06'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether the reader goes by the identifier, as OpenSSL does, and then finds no chain',
  },
  remedy: 'Copy subjectKeyIdentifier of the issuing authority into authorityKeyIdentifier, or write neither.',
  needs: { each: 'issue' },

  *judge(evidence) {
    const { node, certificate } = evidence.provisioning.client;
    let child = certificate;
    for (const issuer of issuersOf(evidence)) {
      const { authorityKeyId: actual } = child;
      const { subjectKeyId: expected } = issuer;
      if (actual !== undefined && expected !== undefined && actual !== expected) {
        const names = `"${child.subject.toString()}" names the key ${actual}, "${issuer.subject.toString()}" has ${expected}`;
        yield { message: names, at: node, expected, actual };
      }
      child = issuer;
    }
  },

  counterexamples: [
    { name: 'a certificate that names another key', ...reissue({ authorityKeyId: 'other' }) },
    { name: 'an intermediate that names another key', ...behaves({ intermediate: { authorityKeyId: 'other' } }) },
  ],
});
