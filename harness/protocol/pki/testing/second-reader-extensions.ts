import { AsnConvert } from '@peculiar/asn1-schema';
import {
  GeneralSubtrees,
  InhibitAnyPolicy,
  NameConstraints,
  PolicyConstraints,
  PolicyMappings,
  SubjectAlternativeName,
  type Extension,
  type GeneralName,
  type GeneralSubtree,
  type Name,
} from '@peculiar/asn1-x509';
import {
  ExtensionFactory,
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  CertificatePolicyExtension,
  ExtendedKeyUsageExtension,
  KeyUsagesExtension,
  SubjectKeyIdentifierExtension,
} from '@peculiar/x509';
import type { StringEncoding } from '../der/der-text.ts';
import { extensionOids as oids } from '../read/extension-oids.ts';
import { keyUsageNames } from '../read/extensions.ts';
import { hexOf, undecodable, type Field, type Reading } from './reading.ts';

/** What `@peculiar/x509` says of the extensions, and `@peculiar/asn1-x509` of the four that the former does not know. */
export function secondExtensions(extensions: readonly Extension[]): Reading {
  const decoded = extensions.toReversed().map((extension): Reading => {
    const decoder = decoders[extension.extnID];
    return decoder ? { [decoder.name]: attempt(() => decoder.decode(extension)) } : {};
  });
  return Object.assign({}, ...decoded) as Reading;
}

/** The value, or that there is one which cannot be decoded. */
export function attempt(read: () => Field): Field {
  try {
    return read();
  } catch {
    return undecodable;
  }
}

interface Decoder {
  readonly name: string;
  readonly decode: (extension: Extension) => Field;
}

/** By one of the classes of `@peculiar/x509`, which its own factory finds. */
const known = <T extends object>(
  name: string,
  type: abstract new (...args: never[]) => T,
  say: (value: T) => Field,
): Decoder => ({
  name,
  decode: (extension) => {
    const made = ExtensionFactory.create(AsnConvert.serialize(extension));
    return made instanceof type ? say(made) : undecodable;
  },
});

/** By a structure of `@peculiar/asn1-x509`. */
const parsed = <T>(name: string, type: new () => T, say: (value: T) => Field): Decoder => ({
  name,
  decode: ({ extnValue }) => say(AsnConvert.parse(extnValue, type)),
});

const decoders: Readonly<Record<string, Decoder>> = {
  [oids.basicConstraints]: known('basicConstraints', BasicConstraintsExtension, ({ ca, pathLength }) => [
    ca,
    pathLength ?? null,
  ]),
  [oids.keyUsage]: known('keyUsage', KeyUsagesExtension, ({ usages }) =>
    keyUsageNames.filter((_, bit) => (usages & (1 << bit)) !== 0),
  ),
  [oids.extendedKeyUsage]: known('extendedKeyUsage', ExtendedKeyUsageExtension, ({ usages }) =>
    [...usages].map(String),
  ),
  [oids.subjectKeyId]: known('subjectKeyIdentifier', SubjectKeyIdentifierExtension, ({ keyId }) => keyId.toUpperCase()),
  [oids.authorityKeyId]: known('authorityKeyIdentifier', AuthorityKeyIdentifierExtension, authorityField),
  [oids.certificatePolicies]: known('certificatePolicies', CertificatePolicyExtension, ({ policies }) => [...policies]),
  [oids.subjectAltName]: parsed('subjectAltName', SubjectAlternativeName, (names) => [...names].map(generalNameField)),
  [oids.nameConstraints]: parsed('nameConstraints', NameConstraints, ({ permittedSubtrees, excludedSubtrees }) =>
    [permittedSubtrees, excludedSubtrees].map((subtrees) =>
      Array.from(subtrees ?? new GeneralSubtrees(), subtreeField),
    ),
  ),
  [oids.policyMappings]: parsed('policyMappings', PolicyMappings, (mappings) =>
    [...mappings].map(({ issuerDomainPolicy, subjectDomainPolicy }) => [issuerDomainPolicy, subjectDomainPolicy]),
  ),
  [oids.policyConstraints]: parsed('policyConstraints', PolicyConstraints, (constraints) =>
    [constraints.requireExplicitPolicy, constraints.inhibitPolicyMapping].map((skip) =>
      skip ? Number(integerOf(skip)) : null,
    ),
  ),
  [oids.inhibitAnyPolicy]: parsed('inhibitAnyPolicy', InhibitAnyPolicy, ({ value }) => Number(integerOf(value))),
};

function authorityField({ keyId, certId }: AuthorityKeyIdentifierExtension): Field {
  const names = certId ? [...(certId.name as Iterable<GeneralName>)] : [];
  const serial =
    certId && certId.serialNumber !== '' ? String(integerOf(Buffer.from(certId.serialNumber, 'hex'))) : null;
  return [keyId?.toUpperCase() ?? null, certId ? [names.map(generalNameField), serial] : null];
}

function subtreeField({ base, minimum, maximum }: GeneralSubtree): Field {
  return [generalNameField(base), minimum, maximum ?? null];
}

function generalNameField(name: GeneralName): Field {
  if (name.directoryName) return ['directory', rdnsField(name.directoryName)];
  if (name.otherName) return ['otherName', name.otherName.typeId];
  if (name.x400Address) return ['x400Address'];
  if (name.ediPartyName) return ['ediPartyName'];
  const {
    dNSName: dns,
    rfc822Name: email,
    uniformResourceIdentifier: uri,
    iPAddress: ip,
    registeredID: registeredId,
  } = name;
  const texts = Object.entries({ dns, email, uri, ip, registeredId });
  return texts.flatMap(([type, value]) => (value === undefined ? [] : [type, value]));
}

/** The INTEGER of these octets. */
export function integerOf(octets: ArrayBuffer | Uint8Array): bigint {
  return BigInt.asIntN(octets.byteLength * 8, BigInt(`0x${hexOf(octets)}`));
}

const encodings = [
  ['utf8String', 'UTF8String'],
  ['printableString', 'PrintableString'],
  ['ia5String', 'IA5String'],
  ['teletexString', 'TeletexString'],
  ['bmpString', 'BMPString'],
  ['universalString', 'UniversalString'],
] as const satisfies readonly (readonly [string, StringEncoding])[];

/** The attributes of a name, with how their values are encoded. */
export function rdnsField(name: Name): Field {
  return [...name].map((rdn) =>
    [...rdn].map(({ type, value }): Field => {
      const used = encodings.find(([key]) => value[key] !== undefined);
      if (!used) return [type, 'none', `#${hexOf(value.anyValue ?? new Uint8Array())}`];
      const [key, encoding] = used;
      return [type, encoding, value[key] ?? ''];
    }),
  );
}
