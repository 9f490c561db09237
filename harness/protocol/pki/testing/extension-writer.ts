import { AsnConvert } from '@peculiar/asn1-schema';
import { buildName } from '../build/build-name.ts';
import { extensionOids as oids } from '../read/extension-oids.ts';
import { keyUsageNames } from '../read/extensions.ts';
import { parseName } from '../read/parse-name.ts';
import { integer, oid, sequence, text, tlv, yes } from './der-writer.ts';

/** An extension to be written. */
export interface WrittenExtension {
  readonly oid: string;
  readonly critical: boolean;
  readonly value: Uint8Array;
}

type KeyUsageName = (typeof keyUsageNames)[number];

/** The DER of a name in RFC 4514. */
export const nameDer = (name: string): Buffer => Buffer.from(AsnConvert.serialize(buildName(parseName(name).rdns)));

const written = (id: string, value: Uint8Array, critical = false): WrittenExtension => ({ oid: id, critical, value });

/** The same extension, critical or not. */
export const flagged = (extension: WrittenExtension, critical: boolean): WrittenExtension => ({
  ...extension,
  critical,
});

/** The same extension with another value. */
export const valued = (extension: WrittenExtension, value: Uint8Array): WrittenExtension => ({ ...extension, value });

/** An extension that nobody knows. */
export const unknownExtension = (critical: boolean, id = '1.3.6.1.4.1.32473.7'): WrittenExtension =>
  written(id, tlv(5), critical);

export const basicConstraints = (ca: boolean, pathLength?: number): WrittenExtension =>
  written(
    oids.basicConstraints,
    sequence(...(ca ? [yes] : []), ...(pathLength === undefined ? [] : [integer(pathLength)])),
    true,
  );

export function keyUsage(...names: readonly KeyUsageName[]): WrittenExtension {
  const bits = names.reduce((all, name) => all | (0x8000 >> keyUsageNames.indexOf(name)), 0);
  const octets = (bits & 0xff) === 0 ? [bits >> 8] : [bits >> 8, bits & 0xff];
  const last = octets.at(-1) ?? 0;
  const unused = last === 0 ? 0 : 31 - Math.clz32(last & -last);
  const value = bits === 0 ? [0] : [unused, ...octets];
  return written(oids.keyUsage, tlv(3, Buffer.from(value)), true);
}

export const purposes = { client: '1.3.6.1.5.5.7.3.2', server: '1.3.6.1.5.5.7.3.1', any: '2.5.29.37.0' } as const;

export const extendedKeyUsage = (...ids: readonly string[]): WrittenExtension =>
  written(oids.extendedKeyUsage, sequence(...ids.map((id) => oid(id))));

export const subjectKeyId = (id: Uint8Array): WrittenExtension => written(oids.subjectKeyId, tlv(4, id));

export const authorityKeyId = (id: Uint8Array | undefined, ...more: readonly Uint8Array[]): WrittenExtension =>
  written(oids.authorityKeyId, sequence(...(id ? [tlv(0x80, id)] : []), ...more));

/** General names (RFC 5280 section 4.2.1.6). */
export const named = {
  dns: (name: string): Buffer => text(0x82, name),
  email: (address: string): Buffer => text(0x81, address),
  uri: (uri: string): Buffer => text(0x86, uri),
  /** Octets of an address, or of an address and its mask. */
  ip: (...octets: readonly number[]): Buffer => tlv(0x87, Buffer.from(octets)),
  directory: (name: string): Buffer => tlv(0xa4, nameDer(name)),
  registered: (id: string): Buffer => oid(id, 0x88),
  other: (id: string): Buffer => tlv(0xa0, oid(id), tlv(0xa0, text(0x0c, 'x'))),
} as const;

export const subjectAltName = (...names: readonly Uint8Array[]): WrittenExtension =>
  written(oids.subjectAltName, sequence(...names));

/** Subtrees; each is a general name, with what may follow it. */
export function nameConstraints(
  permitted: readonly Uint8Array[],
  excluded: readonly Uint8Array[] = [],
): WrittenExtension {
  const subtrees = (tag: number, bases: readonly Uint8Array[]): Buffer[] =>
    bases.length === 0 ? [] : [tlv(tag, ...bases.map((base) => sequence(base)))];
  return written(oids.nameConstraints, sequence(...subtrees(0xa0, permitted), ...subtrees(0xa1, excluded)), true);
}

export const anyPolicy = '2.5.29.32.0';

export const certificatePolicies = (...ids: readonly string[]): WrittenExtension =>
  written(oids.certificatePolicies, sequence(...ids.map((id) => sequence(oid(id)))));

export const policyMappings = (...pairs: readonly (readonly [string, string])[]): WrittenExtension =>
  written(oids.policyMappings, sequence(...pairs.map(([from, to]) => sequence(oid(from), oid(to)))), true);

export const policyConstraints = (explicit?: number, mapping?: number): WrittenExtension =>
  written(
    oids.policyConstraints,
    sequence(
      ...(explicit === undefined ? [] : [integer(explicit, 0x80)]),
      ...(mapping === undefined ? [] : [integer(mapping, 0x81)]),
    ),
    true,
  );

export const inhibitAnyPolicy = (skip: number): WrittenExtension => written(oids.inhibitAnyPolicy, integer(skip), true);

/** Where the issuer's certificate lies. */
export const authorityInfoAccess = written(
  oids.authorityInfoAccess,
  sequence(sequence(oid('1.3.6.1.5.5.7.48.2'), text(0x86, 'http://pki.example/ca.crt'))),
);
