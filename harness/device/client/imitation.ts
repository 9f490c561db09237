import { buildCertificate } from '../../protocol/pki/build/build-certificate.ts';
import { readCertificate } from '../../protocol/pki/read/certificate.ts';
import type { KeyPair } from '../../protocol/pki/build/keys.ts';
import type { HeldCertificate } from './held-certificate.ts';

/**
 * A certificate that says what another one says, its issuer and serial number included, for a key of one's own and signed with that: what
 * somebody makes who has seen the certificate of a device.
 */
export function imitate({ certificate }: HeldCertificate, key: KeyPair): HeldCertificate {
  const { serial, issuer, subject, notBefore, notAfter, keyUsages = [], extendedKeyUsages = [] } = certificate;
  const content = {
    version: 3,
    serial,
    issuer: issuer.rdns,
    subject: subject.rdns,
    notBefore,
    notAfter,
    spki: key.spki,
    hash: 'sha256',
    ca: false,
    keyUsages,
    extendedKeyUsages,
    issuerSpki: key.spki,
    criticalUnknown: false,
  } as const;
  return { certificate: readCertificate(buildCertificate(content, key.privateKey)), key, intermediates: '' };
}
