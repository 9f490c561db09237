/** Of RFC 5280 section 4.2.1.12, and of Microsoft. */
const names: Readonly<Record<string, string>> = {
  '2.5.29.37.0': 'any purpose',
  '1.3.6.1.5.5.7.3.1': 'server authentication',
  '1.3.6.1.5.5.7.3.2': 'client authentication',
  '1.3.6.1.5.5.7.3.3': 'code signing',
  '1.3.6.1.5.5.7.3.4': 'e-mail protection',
  '1.3.6.1.5.5.7.3.8': 'time stamping',
  '1.3.6.1.5.5.7.3.9': 'OCSP signing',
  '1.3.6.1.4.1.311.20.2.2': 'smart card logon',
};

/** What an extended key usage is for: `client authentication (1.3.6.1.5.5.7.3.2)`; the OID alone where we know no name. */
export function purposeName(oid: string): string {
  const name = names[oid];
  return name === undefined ? oid : `${name} (${oid})`;
}
