import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import type { PublicKey } from '../../harness/protocol/pki/read/public-key.ts';

/**
 * The length that NIST SP 800-57 Part 1 section 5.6.1 requires for 112 bits of security, and that the CA/Browser Forum
 * (Baseline Requirements section 6.1.5) requires of public authorities. Neither binds a private authority, so the level
 * is low.
 */
const shortest: Readonly<Record<PublicKey['algorithm'], number>> = { rsa: 2048, ec: 224, other: 0 };

/** Every device trusts what this key signs. */
export const authorityKeyStrength = defineCheck({
  id: 'certificates/authority-key-strength',
  title: 'The RSA keys of the delivered roots and intermediates have at least 2048 bits, keys on curves at least 224',
  level: 'MAY',
  basis: 'security',
  requirements: ['X509-13'],
  since: '0.1.0',
  impact: {
    kind: 'security',
    says: 'who breaks the key can issue in the name of the server; the CA/Browser Forum (section 6.1.5) binds public authorities only',
  },
  remedy: 'Give the authority an RSA key of at least 2048 bits, or one on P-256 or P-384.',
  needs: { each: 'issue' },
  applies: {
    when: 'the document delivers a root or an intermediate',
    test: ({ provisioning }) => provisioning.certificates.some(({ store }) => store !== 'My'),
  },

  *judge({ provisioning }) {
    for (const { store, node, certificate } of provisioning.certificates) {
      const { algorithm, bits } = certificate.publicKey;
      if (store === 'My' || bits === undefined || bits >= shortest[algorithm]) continue;
      yield {
        message: `The key of "${certificate.subject.toString()}" has ${bits} bits`,
        at: node,
        expected: `at least ${shortest[algorithm]}`,
        actual: String(bits),
      };
    }
  },

  counterexamples: [
    { name: 'an intermediate with 1024 bits', ...behaves({ intermediate: { shortKey: true } }) },
    { name: 'a root with 1024 bits', ...behaves({ root: { shortKey: true } }) },
  ],
});
