import 'reflect-metadata';
import type { CertificationRequest } from '@peculiar/asn1-csr';
import { Extensions, type Certificate } from '@peculiar/asn1-x509';
import { Pkcs10CertificateRequest, X509Certificate, type PublicKey } from '@peculiar/x509';
import { hexOf, undecodable, type Field, type Reading, type Sample } from './reading.ts';
import { attempt, integerOf, rdnsField, secondExtensions } from './second-reader-extensions.ts';

/** What `@peculiar/x509` says, the second reader. It knows WebCrypto's algorithms only. */
export async function secondReading({ kind, der, issuer }: Sample): Promise<Reading> {
  const opened = open({ kind, der });
  if (typeof opened === 'string') return { refused: opened };
  if (opened instanceof OpenRequest) return await requestFields(opened);
  const fields = await certificateFields(opened);
  if (!issuer) return fields;
  const publicKey = new X509Certificate(Uint8Array.from(issuer));
  return { ...fields, signedByIssuer: await settle(opened.verify({ signatureOnly: true, publicKey })) };
}

/** Shows what the library has parsed and keeps to its own classes: the version, names as they are encoded. */
class OpenCertificate extends X509Certificate {
  get content(): Certificate {
    return this.asn;
  }
}

class OpenRequest extends Pkcs10CertificateRequest {
  get content(): CertificationRequest {
    return this.asn;
  }
}

/** The reason, where the library refuses it. */
function open({ kind, der }: Sample): OpenCertificate | OpenRequest | string {
  try {
    const bytes = Uint8Array.from(der);
    return kind === 'certificate' ? new OpenCertificate(bytes) : new OpenRequest(bytes);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function certificateFields(certificate: OpenCertificate): Promise<Reading> {
  const { tbsCertificate: content } = certificate.content;
  const extensions = [...(content.extensions ?? new Extensions())];
  return {
    version: content.version + 1,
    serial: attempt(() => String(integerOf(content.serialNumber))),
    issuer: rdnsField(content.issuer),
    subject: rdnsField(content.subject),
    notBefore: attempt(() => certificate.notBefore.toISOString()),
    notAfter: attempt(() => certificate.notAfter.toISOString()),
    sha1: hexOf(await certificate.getThumbprint()).toUpperCase(),
    signedByItself: await settle(certificate.verify({ signatureOnly: true })),
    ...keyFields(() => certificate.publicKey),
    ...signatureFields(certificate),
    extensions: extensions.map(({ extnID, critical, extnValue }) => [extnID, critical, hexOf(extnValue.buffer)]),
    ...secondExtensions(extensions),
  };
}

async function requestFields(request: OpenRequest): Promise<Reading> {
  return {
    subject: rdnsField(request.content.certificationRequestInfo.subject),
    signedByItself: await settle(request.verify()),
    ...keyFields(() => request.publicKey),
    ...signatureFields(request),
    extensions: attempt(() =>
      [...request.extensions].map(({ type, critical, value }) => [type, critical, hexOf(value)]),
    ),
  };
}

async function settle(answer: Promise<boolean>): Promise<Field> {
  try {
    return await answer;
  } catch {
    return undecodable;
  }
}

interface KeyAlgorithm {
  readonly name: string;
  readonly modulusLength?: number;
  readonly namedCurve?: string;
}

interface SignatureAlgorithm {
  readonly hash?: { readonly name: string };
}

const keyKinds: Readonly<Record<string, string>> = {
  'RSASSA-PKCS1-v1_5': 'rsa',
  'RSA-PSS': 'rsa',
  ECDSA: 'ec',
  // Where it knows no name, it gives the OID: that of an elliptic curve which WebCrypto does not have.
  '1.2.840.10045.2.1': 'ec',
};

function keyFields(key: () => PublicKey): Reading {
  return {
    spki: attempt(() => hexOf(key().rawData)),
    key: attempt(() => {
      const { name, modulusLength, namedCurve } = key().algorithm as KeyAlgorithm;
      const [curveBits] = /\d{3}/.exec(namedCurve ?? '') ?? [];
      return [keyKinds[name] ?? 'other', modulusLength ?? (curveBits === undefined ? null : Number(curveBits))];
    }),
  };
}

function signatureFields(signed: OpenCertificate | OpenRequest): Reading {
  return {
    signatureAlgorithm: attempt(() => {
      const { hash } = signed.signatureAlgorithm as SignatureAlgorithm;
      return [signed.content.signatureAlgorithm.algorithm, hash?.name.replace('SHA-', 'sha') ?? null];
    }),
    signature: attempt(() => hexOf(signed.signature)),
  };
}
