import { contextTag, DerError, openFields, readItems, tags, type Der } from '../der/der.ts';
import { readOid } from '../der/der-values.ts';
import { readName, type Name } from './name.ts';

/** One general name (RFC 5280 section 4.2.1.6). */
export interface GeneralName {
  readonly type: 'dns' | 'ip' | 'email' | 'uri' | 'directory' | 'registeredId' | 'other';
  /** Text; an address as `127.0.0.1` or eight groups of IPv6; the DER in hexadecimal for `other`. */
  readonly value: string;
  /** What it can be compared with: the type, for otherName with the OID of its own type. */
  readonly form: string;
  /** The contents of the encoding. */
  readonly octets: Uint8Array;
  /** That of a directoryName. */
  readonly name?: Name;
}

/** Reads GeneralNames, in which an address has 4 or 16 octets; throws `DerError`. */
export function readGeneralNames(value: Der, tag: number = tags.sequence, what = 'subjectAltName'): GeneralName[] {
  const names = readItems(value, tag, what).map(readGeneralName);
  if (names.length === 0) throw new DerError(`${what} holds no name`);
  const odd = names.find(({ type, octets }) => type === 'ip' && octets.length !== 4 && octets.length !== 16);
  if (odd) throw new DerError(`iPAddress has ${odd.octets.length} octets instead of 4 or 16`);
  return names;
}

/** Reads one GeneralName. An address of odd length, as name constraints have it, is given in hexadecimal. */
export function readGeneralName(entry: Der): GeneralName {
  const octets = entry.content;
  const plain = (type: GeneralName['type'], value: string): GeneralName => ({ type, value, form: type, octets });
  switch (entry.tag) {
    case 0x81:
      return plain('email', latin1(octets));
    case 0x82:
      return plain('dns', latin1(octets));
    case 0xa4: {
      const name = readDirectoryName(entry);
      return { ...plain('directory', name.toString()), name };
    }
    case 0x86:
      return plain('uri', latin1(octets));
    case 0x87:
      return plain('ip', formatAddress(octets));
    case 0x88:
      return plain('registeredId', readOid({ ...entry, tag: tags.oid }, 'registeredID'));
    default:
      return { ...plain('other', Buffer.from(entry.bytes).toString('hex')), form: otherForm(entry) };
  }
}

function otherForm(entry: Der): string {
  if (entry.tag === 0xa0) {
    const fields = openFields(entry, 0xa0, 'otherName');
    const type = readOid(fields.next(tags.oid, 'type-id'), 'type-id');
    fields.next(contextTag(0), 'value of otherName');
    return `otherName ${type}`;
  }
  if (entry.tag === 0xa3) return 'x400Address';
  if (entry.tag === 0xa5) return 'ediPartyName';
  throw new DerError(`a general name at byte ${entry.offset} has tag 0x${entry.tag.toString(16)}, which none has`);
}

function readDirectoryName(entry: Der): Name {
  const name = openFields(entry, entry.tag, 'directoryName').next(tags.sequence, 'directoryName');
  return readName(name, 'directoryName');
}

function formatAddress(octets: Uint8Array): string {
  if (octets.length === 4) return octets.join('.');
  const buffer = Buffer.from(octets);
  if (octets.length !== 16) return buffer.toString('hex');
  return Array.from({ length: 8 }, (_, group) => buffer.readUInt16BE(group * 2).toString(16)).join(':');
}

function latin1(octets: Uint8Array): string {
  return Buffer.from(octets).toString('latin1');
}
