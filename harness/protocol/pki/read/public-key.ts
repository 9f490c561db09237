import { createPublicKey, type KeyObject } from 'node:crypto';
import { openFields, tags, type Der } from '../der/der.ts';
import { readBitString, readOid } from '../der/der-values.ts';
import { rsaKeyDefect, type RsaKeyDefect } from './rsa-key-defect.ts';

/** A subject public key. */
export interface PublicKey {
  readonly algorithm: 'rsa' | 'ec' | 'other';
  /** Length of the RSA modulus, or of the curve's field. Undefined where the key is of another kind or unusable. */
  readonly bits: number | undefined;
  /** How a key of kind `ec` states its curve; only a named one is allowed in certificates (RFC 5480 section 2.1.1). */
  readonly curve?: 'named' | 'explicit' | 'implicit' | 'unstated';
  /** Why nobody can use an RSA key; undefined for any other key. */
  readonly defect?: RsaKeyDefect;
  /** The DER of SubjectPublicKeyInfo, as it stands in the certificate or request. */
  readonly spki: Uint8Array;
  /** For node:crypto, made when first asked for; undefined where it cannot use the key. */
  readonly keyObject: KeyObject | undefined;
}

const rsaOids: readonly string[] = ['1.2.840.113549.1.1.1', '1.2.840.113549.1.1.10'];

/** id-ecPublicKey, id-ecDH and id-ecMQV have the same parameters (RFC 5480 section 2.1). */
const ecOids: readonly string[] = ['1.2.840.10045.2.1', '1.3.132.1.12', '1.3.132.1.13'];

/** Curves whose OpenSSL name does not say the length of their field. */
const unusualCurves: ReadonlyMap<string, number> = new Map([
  ['Oakley-EC2N-3', 155],
  ['Oakley-EC2N-4', 185],
  ['wap-wsg-idm-ecid-wtls1', 113],
  ['wap-wsg-idm-ecid-wtls3', 163],
  ['wap-wsg-idm-ecid-wtls4', 113],
  ['wap-wsg-idm-ecid-wtls5', 163],
  ['wap-wsg-idm-ecid-wtls6', 112],
  ['wap-wsg-idm-ecid-wtls7', 160],
  ['wap-wsg-idm-ecid-wtls8', 112],
  ['wap-wsg-idm-ecid-wtls9', 160],
  ['wap-wsg-idm-ecid-wtls10', 233],
  ['wap-wsg-idm-ecid-wtls11', 233],
  ['wap-wsg-idm-ecid-wtls12', 224],
]);

/** `prime192v1`, `secp384r1`, `sect163k1`, `c2pnb163v1` and `brainpoolP256r1` say it. */
function fieldBits(curve: string): number | undefined {
  const said = /^[a-z]+(?:\dpnb|\dtnb|P)?(\d{3})/.exec(curve)?.[1];
  return said === undefined ? unusualCurves.get(curve) : Number(said);
}

/** Reads a SubjectPublicKeyInfo, of any algorithm; throws `DerError` where it is no such structure. */
export function readPublicKey(value: Der, what: string): PublicKey {
  const fields = openFields(value, tags.sequence, what);
  const algorithm = fields.next(tags.sequence, what);
  const id = openFields(algorithm, tags.sequence, what).next(tags.oid, what);
  const oid = readOid(id, what);
  const curve = ecOids.includes(oid) ? curveForm(algorithm.content[id.bytes.length]) : undefined;
  const isRsa = rsaOids.includes(oid);
  const { octets } = readBitString(fields.next(tags.bitString, what), what);
  const defect = isRsa ? rsaKeyDefect(octets) : undefined;
  let made: { readonly key: KeyObject | undefined } | undefined;
  const key = (): KeyObject | undefined => {
    made ??= { key: usableKey(value.bytes) };
    return made.key;
  };
  return {
    algorithm: isRsa ? 'rsa' : curve ? 'ec' : 'other',
    get bits(): number | undefined {
      const details = key()?.asymmetricKeyDetails;
      return details?.modulusLength ?? fieldBits(details?.namedCurve ?? '');
    },
    ...(curve && { curve }),
    ...(defect === undefined ? {} : { defect }),
    spki: value.bytes,
    get keyObject(): KeyObject | undefined {
      return key();
    },
  };
}

/** ECParameters is a choice of three (RFC 5480 section 2.1.1); its tag says which one stands there. */
function curveForm(tag: number | undefined): NonNullable<PublicKey['curve']> {
  if (tag === undefined) return 'unstated';
  if (tag === tags.oid) return 'named';
  return tag === tags.sequence ? 'explicit' : 'implicit';
}

/** A key comes in a request and in each certificate for it, and OpenSSL takes long to read one: the latest are kept. */
const recent = new Map<string, KeyObject>();
const mostRecent = 256;

function usableKey(spki: Uint8Array): KeyObject | undefined {
  const name = Buffer.from(spki).toString('latin1');
  const known = recent.get(name);
  if (known) return known;
  try {
    const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
    if (recent.size >= mostRecent) recent.clear();
    recent.set(name, key);
    return key;
  } catch {
    return undefined;
  }
}
