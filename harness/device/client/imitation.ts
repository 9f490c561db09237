import { buildCertificate } from '../../protocol/pki/build/build-certificate.ts';
import { readCertificate } from '../../protocol/pki/read/certificate.ts';
import type { KeyPair } from '../../protocol/pki/build/keys.ts';
import type { HeldCertificate } from './held-certificate.ts';

/**
 * An imitation of a certificate: the same contents, with the same issuer and serial number, but for a key of the
 * imitator, who also signs it. Anybody who has seen the certificate of a device can make one.
 */
export function imitate({ certificate }: Pick<HeldCertificate, 'certificate'>, key: KeyPair): HeldCertificate {
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
