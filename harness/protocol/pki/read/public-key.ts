import { createPublicKey, type KeyObject } from 'node:crypto';
import { openFields, tags, type Der } from '../der/der.ts';
import { readBitString, readOid } from '../der/der-values.ts';

/** A subject public key. */
export interface PublicKey {
  readonly algorithm: 'rsa' | 'ec' | 'other';
  /** Length of the RSA modulus, or of the curve's field. Undefined where the key is of another kind or unusable. */
  readonly bits: number | undefined;
  /** The DER of SubjectPublicKeyInfo, as it stands in the certificate or request. */
  readonly spki: Uint8Array;
  /** For node:crypto, made when first asked for; undefined where it cannot use the key. */
  readonly keyObject: KeyObject | undefined;
}

const rsaOids: readonly string[] = ['1.2.840.113549.1.1.1', '1.2.840.113549.1.1.10'];
const ecOid = '1.2.840.10045.2.1';

const curveBits: ReadonlyMap<string, number> = new Map([
  ['prime192v1', 192],
  ['secp224r1', 224],
  ['prime256v1', 256],
  ['secp256k1', 256],
  ['brainpoolP256r1', 256],
  ['secp384r1', 384],
  ['brainpoolP384r1', 384],
  ['brainpoolP512r1', 512],
  ['secp521r1', 521],
]);

/** Reads a SubjectPublicKeyInfo, of any algorithm; throws `DerError` where it is no such structure. */
export function readPublicKey(value: Der, what: string): PublicKey {
  const fields = openFields(value, tags.sequence, what);
  const algorithm = openFields(fields.next(tags.sequence, what), tags.sequence, what);
  const oid = readOid(algorithm.next(tags.oid, what), what);
  readBitString(fields.next(tags.bitString, what), what);
  let made: { readonly key: KeyObject | undefined } | undefined;
  const key = (): KeyObject | undefined => {
    made ??= { key: usableKey(value.bytes) };
    return made.key;
  };
  return {
    algorithm: rsaOids.includes(oid) ? 'rsa' : oid === ecOid ? 'ec' : 'other',
    get bits(): number | undefined {
      const details = key()?.asymmetricKeyDetails;
      return details?.modulusLength ?? curveBits.get(details?.namedCurve ?? '');
    },
    spki: value.bytes,
    get keyObject(): KeyObject | undefined {
      return key();
    },
  };
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
