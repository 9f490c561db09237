import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import { shortestStrongKey } from '../../harness/protocol/pki/read/key-strength.ts';
import { authoritiesOf, whenAuthoritiesAreDelivered } from './shared/authorities.ts';
import { isBreakable } from './shared/breakable-key.ts';

/**
 * Every device trusts what this key signs. NIST SP 800-57 Part 1 section 5.6.1 requires this length for 112 bits of security, and
 * the CA/Browser Forum (Baseline Requirements section 6.1.5) of public authorities. Neither binds a private authority, so the
 * level is low. `breakable-authority-key` judges keys below 80 bits of security.
 */
export const authorityKeyStrength = defineCheck({
  id: 'certificates/authority-key-strength',
  title: 'The RSA keys of the delivered roots and intermediates have at least 2048 bits, keys on curves at least 224',
  level: 'MAY',
  basis: 'security',
  requirements: ['X509-13'],
  since: '0.1.0',
  impact: {
    kind: 'security',
    says: 'whoever breaks the key can issue in the name of the server; the CA/Browser Forum (section 6.1.5) binds public authorities only',
  },
  remedy: 'Give the authority an RSA key of at least 2048 bits, or one on P-256 or P-384.',
  needs: { each: 'issue' },
  applies: whenAuthoritiesAreDelivered,

  *judge({ provisioning }) {
    for (const { node, certificate } of authoritiesOf(provisioning)) {
      const { bits = Infinity } = certificate.publicKey;
      const shortest = shortestStrongKey(certificate.publicKey) ?? 0;
      if (bits >= shortest || isBreakable(certificate.publicKey)) continue;
      yield {
        message: `The key of "${certificate.subject.toString()}" has ${bits} bits`,
        at: node,
        expected: `at least ${shortest}`,
        actual: String(bits),
      };
    }
  },

  counterexamples: [
    { name: 'an intermediate with 1024 bits', ...behaves({ intermediate: { shortKey: true } }) },
    { name: 'a root with 1024 bits', ...behaves({ root: { shortKey: true } }) },
  ],
});
