import { sign } from 'node:crypto';
import { AsnConvert, AsnUtf8StringConverter, OctetString } from '@peculiar/asn1-schema';
import { Attributes, CertificationRequest, CertificationRequestInfo } from '@peculiar/asn1-csr';
import {
  AlgorithmIdentifier,
  Attribute,
  ExtendedKeyUsage,
  Extension,
  Extensions,
  SubjectPublicKeyInfo,
} from '@peculiar/asn1-x509';
import { buildName } from './build-name.ts';
import { extensionOids } from '../read/extensions.ts';
import type { KeyPair } from './keys.ts';
import type { NameAttribute } from '../read/name.ts';

/** What no device asks for: the message says what is allowed. */
export class UnusableRequestContent extends Error {
  override readonly name = 'UnusableRequestContent';
}

/** Windows fills a common name of exactly so many octets, NUL included. */
const commonNameOctets = 64;

/** How a request is signed. */
export interface RequestSignature {
  readonly hash: string;
  /** Of the signature algorithm. */
  readonly oid: string;
}

/** The signatures that simulated devices make; `md5` proves nothing any more. */
export const requestSignatures = {
  oiwSha1: { hash: 'sha1', oid: '1.3.14.3.2.29' },
  sha256: { hash: 'sha256', oid: '1.2.840.113549.1.1.11' },
  md5: { hash: 'md5', oid: '1.2.840.113549.1.1.4' },
} as const satisfies Record<string, RequestSignature>;

/**
 * The request that Windows 10 sends with on-premises authentication. The common name is `<GUID prefix>!<device id>` and
 * NUL in a PrintableString, which allows neither `!` nor NUL. An extension holds the device id as raw text instead of
 * DER. The signature is SHA-1 under the OID of the OIW, unless another one is requested. The GUID is cut so that the
 * name has 64 octets.
 */
export function windowsCertificateRequest(
  key: KeyPair,
  { deviceId, guid }: { readonly deviceId: string; readonly guid: string },
  signature: RequestSignature = requestSignatures.oiwSha1,
): Uint8Array {
  const prefixLength = commonNameOctets - deviceId.length - 2;
  if (!/^[\x21-\x7e]+$/.test(deviceId) || prefixLength < 1) {
    throw new UnusableRequestContent(
      `device id "${deviceId}" does not do: 1 to 61 visible ASCII characters are allowed`,
    );
  }
  const value = `${guid.slice(0, prefixLength)}!${deviceId}\0`;
  const extension = new Extension({
    extnID: extensionOids.windowsDeviceId,
    extnValue: new OctetString(Buffer.from(`${deviceId}\0`, 'latin1')),
  });
  return build(key, { type: 'CN', value, encoding: 'PrintableString' }, [extension], signature);
}

const clientAuthentication = '1.3.6.1.5.5.7.3.2';

/** A request with nothing to object to: UTF8String, SHA-256 unless another signature is requested, client authentication, the device id as DER. */
export function modernCertificateRequest(
  key: KeyPair,
  { commonName, deviceId }: { readonly commonName: string; readonly deviceId: string },
  signature: RequestSignature = requestSignatures.sha256,
): Uint8Array {
  const extensions = [
    new Extension({
      extnID: extensionOids.extendedKeyUsage,
      extnValue: new OctetString(AsnConvert.serialize(new ExtendedKeyUsage([clientAuthentication]))),
    }),
    new Extension({
      extnID: extensionOids.windowsDeviceId,
      extnValue: new OctetString(AsnUtf8StringConverter.toASN(deviceId).toBER()),
    }),
  ];
  return build(key, { type: 'CN', value: commonName, encoding: 'UTF8String' }, extensions, signature);
}

/** The same request with the last octet of its signature changed: it no longer proves that its sender has the key. */
export function withWrongSignature(der: Uint8Array): Uint8Array {
  return der.map((octet, index) => (index === der.length - 1 ? octet ^ 0xff : octet));
}

function build(
  key: KeyPair,
  commonName: NameAttribute,
  extensions: readonly Extension[],
  algorithm: RequestSignature,
): Uint8Array {
  const values = [AsnConvert.serialize(new Extensions([...extensions]))];
  const certificationRequestInfo = new CertificationRequestInfo({
    subject: buildName([[commonName]]),
    subjectPKInfo: AsnConvert.parse(key.spki, SubjectPublicKeyInfo),
    attributes: new Attributes([new Attribute({ type: '1.2.840.113549.1.9.14', values })]),
  });
  const signature = sign(algorithm.hash, Buffer.from(AsnConvert.serialize(certificationRequestInfo)), key.privateKey);
  return new Uint8Array(
    AsnConvert.serialize(
      new CertificationRequest({
        certificationRequestInfo,
        signatureAlgorithm: new AlgorithmIdentifier({ algorithm: algorithm.oid, parameters: null }),
        signature: new Uint8Array(signature).buffer,
      }),
    ),
  );
}
