import { DerError, openFields, readItems, tags, type Der } from './der.ts';
import { readOid } from './der-values.ts';
import { readName } from './name.ts';

/** One entry of subjectAltName (RFC 5280 section 4.2.1.6). */
export interface GeneralName {
  readonly type: 'dns' | 'ip' | 'email' | 'uri' | 'directory' | 'registeredId' | 'other';
  /** Text; an address as `127.0.0.1` or eight groups of IPv6; the DER in hexadecimal for `other`. */
  readonly value: string;
}

/** Reads GeneralNames; throws `DerError`. */
export function readGeneralNames(value: Der): GeneralName[] {
  return readItems(value, tags.sequence, 'subjectAltName').map(readGeneralName);
}

function readGeneralName(entry: Der): GeneralName {
  switch (entry.tag) {
    case 0x81:
      return { type: 'email', value: latin1(entry.content) };
    case 0x82:
      return { type: 'dns', value: latin1(entry.content) };
    case 0xa4:
      return { type: 'directory', value: readDirectoryName(entry) };
    case 0x86:
      return { type: 'uri', value: latin1(entry.content) };
    case 0x87:
      return { type: 'ip', value: formatAddress(entry.content) };
    case 0x88:
      return { type: 'registeredId', value: readOid({ ...entry, tag: tags.oid }, 'registeredID') };
    default:
      return { type: 'other', value: Buffer.from(entry.bytes).toString('hex') };
  }
}

function readDirectoryName(entry: Der): string {
  const name = openFields(entry, entry.tag, 'directoryName').next(tags.sequence, 'directoryName');
  return readName(name, 'directoryName').toString();
}

function formatAddress(octets: Uint8Array): string {
  if (octets.length === 4) return octets.join('.');
  if (octets.length !== 16) throw new DerError(`iPAddress has ${octets.length} octets instead of 4 or 16`);
  const buffer = Buffer.from(octets);
  return Array.from({ length: 8 }, (_, group) => buffer.readUInt16BE(group * 2).toString(16)).join(':');
}

function latin1(octets: Uint8Array): string {
  return Buffer.from(octets).toString('latin1');
}
