import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves, reissue } from '../../harness/engine/rule/departures.ts';
import { isSelfSigned } from '../../harness/protocol/pki/read/chain-link.ts';

const broken: readonly string[] = ['md2', 'md5'];

/**
 * RFC 6151 section 2: MD5 is no longer acceptable where collisions matter, such as in signatures; in 2008 a collision made a
 * false authority. RFC 6149 retires MD2. A self-signed root is trusted without its signature.
 */
export const collisionProneHash = defineCheck({
  id: 'certificates/collision-prone-hash',
  title: 'The issued certificate and the intermediates are signed with another hash than MD5 or MD2',
  level: 'SHOULD',
  basis: 'security',
  requirements: ['X509-13'],
  since: '0.1.0',
  impact: {
    kind: 'security',
    says: 'whoever can choose what the authority signs can make a second certificate with the same signature',
  },
  remedy: 'Sign certificates with SHA-256.',
  needs: { each: ['issue', 'renew'] },

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
    { name: 'a certificate signed with MD5', ...reissue({ hash: 'md5' }) },
    { name: 'an intermediate signed with MD5', ...behaves({ intermediate: { hash: 'md5' } }) },
  ],
});
