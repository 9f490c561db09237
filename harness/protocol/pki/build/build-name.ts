import { AttributeTypeAndValue, AttributeValue, Name as AsnName, RelativeDistinguishedName } from '@peculiar/asn1-x509';
import { oidOfAttribute } from '../read/attribute-types.ts';
import type { NameAttribute, Rdns } from '../read/name.ts';
import { NameSyntaxError } from '../read/parse-name.ts';

/**
 * The ASN.1 object of a name. Strings have the encoding that the attribute names, or else the one that RFC 5280 section
 * 4.1.2.4 prefers. It also writes characters that the encoding forbids, as Windows does.
 */
export function buildName(rdns: Rdns): AsnName {
  return new AsnName(rdns.map((rdn) => new RelativeDistinguishedName(rdn.map(buildAttribute))));
}

function buildAttribute(attribute: NameAttribute): AttributeTypeAndValue {
  const type = oidOfAttribute(attribute.type);
  if (type === undefined) throw new NameSyntaxError(`"${attribute.type}" is no attribute type: write CN, O, or an OID`);
  return new AttributeTypeAndValue({ type, value: buildValue(attribute) });
}

const printableTypes = ['C', 'SERIALNUMBER'];
const ia5Types = ['DC', 'E'];

function buildValue({ type, value, encoding }: NameAttribute): AttributeValue {
  if (encoding === 'PrintableString') return new AttributeValue({ printableString: value });
  if (encoding === 'TeletexString') return new AttributeValue({ teletexString: value });
  if (encoding === 'BMPString') return new AttributeValue({ bmpString: value });
  if (encoding === 'UniversalString') return new AttributeValue({ universalString: value });
  if (encoding === 'IA5String' || ia5Types.includes(type)) return new AttributeValue({ ia5String: value });
  if (encoding === undefined && printableTypes.includes(type)) return new AttributeValue({ printableString: value });
  return new AttributeValue({ utf8String: value });
}
