import { DerError, openFields, readDer, readItems, tags, type Der } from '../der/der.ts';
import { derDefect } from '../der/der-rules.ts';
import { readBoolean, readOid } from '../der/der-values.ts';
import { decoders, type DecodedExtensions } from './extension-values.ts';

export { extensionOids } from './extension-oids.ts';
export { keyUsageNames, type DecodedExtensions } from './extension-values.ts';

/** One extension as it stands in a certificate or request. */
export interface Extension {
  readonly oid: string;
  readonly critical: boolean;
  /** What the OCTET STRING holds: DER by the standard, raw text in what Windows writes. */
  readonly value: Uint8Array;
}

/** Reads Extensions; throws `DerError`. */
export function readExtensions(value: Der): Extension[] {
  return readItems(value, tags.sequence, 'extensions').map(readExtension);
}

function readExtension(value: Der): Extension {
  const fields = openFields(value, tags.sequence, 'extension');
  const oid = readOid(fields.next(tags.oid, 'extension id'), 'extension id');
  const critical = fields.optional(tags.boolean);
  const { content } = fields.next(tags.octetString, `value of extension ${oid}`);
  return { oid, critical: critical !== undefined && readBoolean(critical, `critical of ${oid}`), value: content };
}

/** An extension whose value is not what the standard says. */
export interface UndecodableExtension {
  readonly oid: string;
  /** The name of RFC 5280. */
  readonly name: string;
  readonly why: string;
}

/** Decodes what is known, and says what of it cannot be decoded. */
export function decodeExtensions(extensions: readonly Extension[]): {
  readonly decoded: DecodedExtensions;
  readonly undecodable: readonly UndecodableExtension[];
} {
  const undecodable: UndecodableExtension[] = [];
  const first = new Map(extensions.toReversed().map((extension) => [extension.oid, extension]));
  const parts = [...first.values()].map(({ oid, value }): DecodedExtensions => {
    const decoder = decoders.get(oid);
    if (!decoder) return {};
    try {
      return decoder.decode(readWhole(value, decoder.name));
    } catch (error) {
      if (!(error instanceof DerError)) throw error;
      undecodable.push({ oid, name: decoder.name, why: error.message });
      return {};
    }
  });
  return { decoded: Object.assign({}, ...parts) as DecodedExtensions, undecodable };
}

/** The one value that an extension holds. */
function readWhole(bytes: Uint8Array, name: string): Der {
  const value = readDer(bytes, name);
  const rest = bytes.length - value.bytes.length;
  if (rest > 0) throw new DerError(`${name} is followed by ${rest} octets`);
  const defect = derDefect(value.bytes);
  if (defect) throw new DerError(`${name}: ${defect}`);
  return value;
}
