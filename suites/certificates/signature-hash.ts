import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves, reissue } from '../../harness/engine/rule/departures.ts';
import { isSelfSigned } from '../../harness/protocol/pki/read/chain-link.ts';

const broken: readonly string[] = ['md2', 'md5', 'sha1'];

/**
 * Collisions allow certificates that nobody issued (RFC 6151 for MD5, RFC 6194 for SHA-1). Learn names SHA-1 as the
 * default of Windows, so this check is advice (Q20). A self-signed root is trusted without its signature.
 */
export const signatureHash = defineCheck({
  id: 'certificates/signature-hash',
  title: 'The issued certificate and the intermediates are signed with SHA-256 or a stronger hash',
  level: 'MAY',
  basis: 'security',
  requirements: ['X509-13'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'TLS servers that demand the present strength of signatures refuse the certificate',
  },
  remedy: 'Sign certificates with SHA-256.',
  needs: { each: 'issue' },

  *judge({ provisioning }) {
    for (const { node, certificate } of provisioning.certificates) {
      const { hash, name } = certificate.signature;
      if (hash === undefined || !broken.includes(hash) || isSelfSigned(certificate)) continue;
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
    { name: 'a certificate signed with MD5', ...reissue({ hash: 'md5' }) },
    { name: 'an intermediate signed with SHA-1', ...behaves({ intermediate: { hash: 'sha1' } }) },
  ],
});
