const shortNames: ReadonlyMap<string, string> = new Map([
  ['2.5.4.3', 'CN'],
  ['2.5.4.4', 'SN'],
  ['2.5.4.5', 'SERIALNUMBER'],
  ['2.5.4.6', 'C'],
  ['2.5.4.7', 'L'],
  ['2.5.4.8', 'ST'],
  ['2.5.4.9', 'STREET'],
  ['2.5.4.10', 'O'],
  ['2.5.4.11', 'OU'],
  ['2.5.4.12', 'T'],
  ['2.5.4.42', 'G'],
  ['0.9.2342.19200300.100.1.1', 'UID'],
  ['0.9.2342.19200300.100.1.25', 'DC'],
  ['1.2.840.113549.1.9.1', 'E'],
]);

const oids: ReadonlyMap<string, string> = new Map([
  ...[...shortNames].map(([oid, name]): [string, string] => [name, oid]),
  ['S', '2.5.4.8'],
  ['TITLE', '2.5.4.12'],
  ['GN', '2.5.4.42'],
  ['GIVENNAME', '2.5.4.42'],
  ['I', '2.5.4.43'],
  ['INITIALS', '2.5.4.43'],
  ['USERID', '0.9.2342.19200300.100.1.1'],
  ['DESCRIPTION', '2.5.4.13'],
  ['BUSINESSCATEGORY', '2.5.4.15'],
  ['POSTALCODE', '2.5.4.17'],
  ['POBOX', '2.5.4.18'],
  ['POSTOFFICEBOX', '2.5.4.18'],
  ['PHONE', '2.5.4.20'],
  ['TELEPHONENUMBER', '2.5.4.20'],
  ['DNQUALIFIER', '2.5.4.46'],
  ['ORGANIZATIONIDENTIFIER', '2.5.4.97'],
  ['EMAIL', '1.2.840.113549.1.9.1'],
  ['EMAILADDRESS', '1.2.840.113549.1.9.1'],
]);

/** The short name that RFC 4514 and Windows print for an attribute type, else the OID itself. */
export function shortNameOfAttribute(oid: string): string {
  return shortNames.get(oid) ?? oid;
}

/** The OID of an attribute type given by OID, with the `OID.` of Windows or without, or by short name in any letter case. */
export function oidOfAttribute(type: string): string | undefined {
  const [, oid] = /^(?:OID\.)?(\d+(?:\.\d+)+)$/i.exec(type) ?? [];
  return oid ?? oids.get(type.toUpperCase());
}
