import { createHash, sign, type KeyObject } from 'node:crypto';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import {
  AlgorithmIdentifier,
  Certificate as AsnCertificate,
  Extension,
  Extensions,
  Version,
} from '@peculiar/asn1-x509';
import { buildCertificate } from '../protocol/pki/build/build-certificate.ts';
import { readCertificate } from '../protocol/pki/read/certificate.ts';
import type { Certificate } from '../protocol/pki/read/certificate.ts';
import { parseName } from '../protocol/pki/read/parse-name.ts';
import { poolKey } from '../protocol/pki/build/keys.ts';
import { goldenInstant } from './reference-run.ts';

/** What a vendor's certification authority puts into a certificate; the rest is as usual. */
export interface Wish {
  /** RFC 4514. */
  readonly subject: string;
  readonly spki: Uint8Array;
  readonly ca?: boolean;
  readonly days?: number;
  /** Milliseconds since it became valid. Default: one minute. */
  readonly age?: number;
  readonly serial?: bigint;
  readonly keyUsages?: readonly string[];
  readonly purposes?: readonly string[];
  readonly pathLength?: number;
  /** OIDs of extensions that are left out. */
  readonly without?: readonly string[];
  /** Extensions that are added, as DER in hexadecimal. */
  readonly extensions?: readonly (readonly [oid: string, value: string, critical?: true])[];
  readonly version?: 1;
}

/** Who signs, and how. */
export interface Issuer {
  readonly subject: string;
  readonly key: KeyObject;
  readonly spki: Uint8Array;
  readonly hash?: 'sha1' | 'sha256' | 'sha384' | 'sha512';
}

const dayMs = 86_400_000;
const algorithms: Readonly<Record<string, string>> = {
  'rsa sha1': '1.2.840.113549.1.1.5',
  'rsa sha256': '1.2.840.113549.1.1.11',
  'rsa sha384': '1.2.840.113549.1.1.12',
  'rsa sha512': '1.2.840.113549.1.1.13',
  'ec sha256': '1.2.840.10045.4.3.2',
  'ec sha384': '1.2.840.10045.4.3.3',
  'ec sha512': '1.2.840.10045.4.3.4',
};

/** Issues a certificate whose key, signature and extensions the reference server's authority does not make. */
export function issueAs(issuer: Issuer, wish: Wish): Certificate {
  const { ca = false, days = 365, hash = 'sha256' } = { ...wish, ...issuer };
  const asn = AsnConvert.parse(template(issuer, wish, ca, days), AsnCertificate);
  const tbs = asn.tbsCertificate;
  const kept = (tbs.extensions ?? new Extensions()).filter(({ extnID }) => !wish.without?.includes(extnID));
  const added = (wish.extensions ?? []).map(
    ([extnID, value, critical = false]) =>
      new Extension({ extnID, critical, extnValue: new OctetString(Buffer.from(value, 'hex')) }),
  );
  if (wish.version === 1) {
    tbs.version = Version.v1;
    delete tbs.extensions;
  } else tbs.extensions = new Extensions([...kept, ...added]);
  const type = issuer.key.asymmetricKeyType === 'ec' ? 'ec' : 'rsa';
  const algorithm = algorithms[`${type} ${hash}`] ?? '';
  const identifier = new AlgorithmIdentifier(type === 'ec' ? { algorithm } : { algorithm, parameters: null });
  tbs.signature = identifier;
  asn.signatureAlgorithm = identifier;
  const signature = sign(hash, Buffer.from(AsnConvert.serialize(tbs)), issuer.key);
  asn.signatureValue = new Uint8Array(signature).buffer;
  return readCertificate(new Uint8Array(AsnConvert.serialize(asn)));
}

function template(issuer: Issuer, wish: Wish, ca: boolean, days: number): Uint8Array {
  const subject = parseName(wish.subject).rdns;
  return buildCertificate(
    {
      version: 3,
      serial: wish.serial ?? nextSerial(),
      issuer: parseName(issuer.subject).rdns,
      subject,
      notBefore: new Date(goldenInstant.getTime() - (wish.age ?? 60_000)),
      notAfter: new Date(goldenInstant.getTime() + days * dayMs),
      spki: wish.spki,
      hash: 'sha256',
      ca,
      ...(wish.pathLength === undefined ? {} : { pathLength: wish.pathLength }),
      keyUsages: wish.keyUsages ?? (ca ? ['keyCertSign', 'cRLSign'] : ['digitalSignature']),
      extendedKeyUsages: wish.purposes ?? (ca ? [] : ['1.3.6.1.5.5.7.3.2']),
      issuerSpki: issuer.spki,
      criticalUnknown: false,
    },
    poolKey(0).privateKey,
  );
}

let issued = 0;

/** Twenty octets, the longest that RFC 5280 section 4.1.2.2 allows, far from each other. */
function nextSerial(): bigint {
  issued += 1;
  return BigInt(`0x7f${createHash('sha256').update(String(issued)).digest('hex').slice(0, 38)}`);
}
