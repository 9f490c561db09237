import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import { authoritiesOf, whenAuthoritiesAreDelivered } from './shared/authorities.ts';
import { isBreakable } from './shared/breakable-key.ts';

/**
 * RSA keys of 512 bits are factored in hours on rented machines, and 829 bits were factored in 2020. Since 2012, Windows builds
 * no chain with an RSA key below 1024 bits, the root included (Microsoft Security Advisory 2661254).
 */
export const breakableAuthorityKey = defineCheck({
  id: 'certificates/breakable-authority-key',
  title: 'The RSA keys of the delivered roots and intermediates have at least 1024 bits, keys on curves at least 160',
  level: 'MUST',
  basis: 'security',
  requirements: ['X509-13'],
  since: '0.1.0',
  impact: { kind: 'security', says: 'others can work out the private key and issue in the name of the server' },
  remedy: 'Give the authority an RSA key of at least 2048 bits, or one on P-256 or P-384, and withdraw the weak one.',
  needs: { each: ['issue', 'renew'] },
  applies: whenAuthoritiesAreDelivered,

  *judge({ provisioning }) {
    for (const { node, certificate } of authoritiesOf(provisioning)) {
      const { algorithm, bits } = certificate.publicKey;
      if (!isBreakable(certificate.publicKey)) continue;
      yield {
        message: `The key of "${certificate.subject.toString()}" has ${String(bits)} bits`,
        at: node,
        expected: `at least ${algorithm === 'ec' ? 224 : 2048}`,
        actual: String(bits),
      };
    }
  },

  counterexamples: [
    { name: 'a root with 512 bits', ...behaves({ root: { weakKey: true } }) },
    { name: 'an intermediate with 512 bits', ...behaves({ intermediate: { weakKey: true } }) },
  ],
});
