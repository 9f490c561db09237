/**
 * The prefixes of every XPath in this project and of every path in its findings, whatever prefixes a message uses. The
 * provisioning document has no namespace, so its elements have no prefix. XPath knows `xml` by itself.
 */
export const namespaces = {
  /** SOAP 1.2. */
  s: 'http://www.w3.org/2003/05/soap-envelope',
  /** SOAP 1.1, which only published samples of the last answer use (MS-MDE2 4.3.2). */
  s11: 'http://schemas.xmlsoap.org/soap/envelope/',
  /** WS-Addressing 1.0. */
  a: 'http://www.w3.org/2005/08/addressing',
  /** Discovery (MS-MDE2 3.1). */
  d: 'http://schemas.microsoft.com/windows/management/2012/01/enrollment',
  /** Certificate enrollment policy (MS-XCEP). */
  x: 'http://schemas.microsoft.com/windows/pki/2009/01/enrollmentpolicy',
  /** WS-Trust 1.3. */
  wst: 'http://docs.oasis-open.org/ws-sx/ws-trust/200512',
  /** Certificate enrollment (MS-WSTEP), and the details of its faults. */
  wstep: 'http://schemas.microsoft.com/windows/pki/2009/01/enrollment',
  /** WS-Security extensions. */
  wsse: 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd',
  /** WS-Security utility: timestamps and ids. */
  u: 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd',
  /** What the device says of itself in RequestSecurityToken. */
  ac: 'http://schemas.xmlsoap.org/ws/2006/12/authorization',
  /** XML Signature. */
  ds: 'http://www.w3.org/2000/09/xmldsig#',
  /** The ActivityId header of WCF. */
  diag: 'http://schemas.microsoft.com/2004/09/ServiceModel/Diagnostics',
  /** SyncML 1.2, the messages of a management session (MS-MDM). */
  sync: 'SYNCML:SYNCML1.2',
  /** What SyncML says of values (MS-MDM 2.2.8). */
  metinf: 'syncml:metinf',
  /** `xsi:nil`. */
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
} as const;

const byUri = new Map<string, string>(Object.entries(namespaces).map(([prefix, uri]) => [uri, prefix]));

/** The fixed prefix of a namespace, or undefined for one that enrollment does not know. */
export function prefixOf(uri: string): string | undefined {
  return uri === 'http://www.w3.org/XML/1998/namespace' ? 'xml' : byUri.get(uri);
}
