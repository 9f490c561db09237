import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves, reissue } from '../../harness/engine/rule/departures.ts';
import { isSelfSigned } from '../../harness/protocol/pki/read/chain-link.ts';

/**
 * Collisions allow certificates that nobody issued (RFC 6194 for SHA-1; `collision-prone-hash` judges MD5). Learn names SHA-1 as the
 * default of Windows, so this check is advice (Q20). A self-signed root is trusted without its signature.
 */
export const signatureHash = defineCheck({
  id: 'certificates/signature-hash',
  title: 'The issued certificate and the intermediates are signed with another hash than SHA-1',
  level: 'MAY',
  basis: 'security',
  requirements: ['X509-13'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether a TLS server that demands the present strength of signatures refuses the certificate',
  },
  remedy: 'Sign certificates with SHA-256.',
  needs: { each: 'issue' },

  *judge({ provisioning }) {
    for (const { node, certificate } of provisioning.certificates) {
      const { hash, name } = certificate.signature;
      if (hash !== 'sha1' || isSelfSigned(certificate)) continue;
      yield {
        message: `"${certificate.subject.toString()}" is signed by ${name}`,
        at: node,
        expected: 'SHA-256 or stronger',
        actual: hash,
      };
    }
  },

  counterexamples: [
    { name: 'a certificate signed with SHA-1', ...reissue({ hash: 'sha1' }) },
    { name: 'an intermediate signed with SHA-1', ...behaves({ intermediate: { hash: 'sha1' } }) },
  ],
});
