import type { Certificate } from '../read/certificate.ts';
import { extensionField } from '../read/oddities.ts';
import { nameOf, type Observation, type Seat } from './finding.ts';

/** What the leaf is to be used for: one side of TLS. */
export type Purpose = 'client' | 'server';

const anyPurpose = '2.5.29.37.0';

const purposes = {
  client: { name: 'TLS client authentication', oid: '1.3.6.1.5.5.7.3.2', uses: ['digitalSignature', 'keyAgreement'] },
  server: {
    name: 'TLS server authentication',
    oid: '1.3.6.1.5.5.7.3.1',
    uses: ['digitalSignature', 'keyEncipherment', 'keyAgreement'],
  },
} as const;

/**
 * Whether the extended key usages of a certificate, if any, allow the purpose. Those of an authority limit the
 * certificates below it: RFC 5280 does not say so, but Windows, OpenSSL and every browser do it.
 */
export function* purposeRule({ certificate, depth }: Seat, purpose: Purpose): Iterable<Observation> {
  const { name, oid } = purposes[purpose];
  const { extendedKeyUsages: allowed, oddities } = certificate;
  const field = extensionField('extendedKeyUsage');
  if (oddities.some(({ extension }) => extension?.name === 'extendedKeyUsage')) {
    const message = `${nameOf(certificate)} has extended key usages that cannot be read, so that ${name} is not known to be among them`;
    yield { rule: 'purpose', field, message };
  }
  if (allowed && !allowed.includes(oid) && !allowed.includes(anyPurpose)) {
    const whose = depth === 0 ? '' : ', and so may not issue for it';
    const message = `${nameOf(certificate)} is not for ${name}${whose}: its extended key usages are ${allowed.join(', ')}`;
    yield { rule: 'purpose', field, message };
  }
  if (depth === 0) yield* keyPurposeRule(certificate, purpose);
}

/** With both extensions there, a purpose has to be consistent with both. */
function* keyPurposeRule(certificate: Certificate, purpose: Purpose): Iterable<Observation> {
  const { keyUsages, extendedKeyUsages } = certificate;
  const { name, uses } = purposes[purpose];
  if (!keyUsages || !extendedKeyUsages || uses.some((use) => keyUsages.includes(use))) return;
  const message = `${nameOf(certificate)} has no key usage that ${name} needs: ${keyUsages.join(', ')} instead of ${uses.join(' or ')}`;
  yield { rule: 'key-purpose', field: extensionField('keyUsage'), message };
}
