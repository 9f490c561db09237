/**
 * The documents that requirements come from, with the revision that we read; an empty revision means that the document
 * has none. Coverage lists them in this order.
 */
export const documents = {
  'MS-MDE2': '18.0',
  'MS-MDE': '8.0',
  'MS-XCEP': '17.0',
  'MS-WSTEP': '15.0',
  'MS-MDM': '15.0',
  'Learn: Federated authentication device enrollment': '2024',
  'Learn: On-premises authentication device enrollment': '2023',
  'Learn: Certificate authentication device enrollment': '2024',
  'Learn: Certificate renewal': '2024',
  'Learn: Microsoft Entra integration with MDM': '',
  'Learn: OMA DM protocol support': '',
  'Learn: Server requirements for OMA DM': '',
  'Learn: CertificateStore CSP': '',
  'Learn: Server-side support for MAM': '',
  'Learn: Disconnecting from the management infrastructure': '',
  'Learn: MDM enrollment of Windows devices': '',
  'Learn: Protocols in TLS/SSL (Schannel SSP)': '',
  'Learn: Provisioning document (MSPROV DTD)': '',
  'Learn 2017: Mobile device enrollment': '',
  'Learn 2017: MDM enrollment of Windows devices': '',
  'Win32: MDM registration constants': '',
  'SOAP 1.2': '',
  'WS-Addressing 1.0': '',
  'XML 1.0': '',
  'HTTP (RFC 9110, RFC 9112)': '',
  'RFC 7303': '',
  'RFC 8996': '',
  'RFC 9325': '',
  'TLS (RFC 5246, RFC 8446)': '',
  'RFC 5280': '',
  'RFC 2986': '',
  'Published samples': '',
  'Field evidence': '',
  'Engineering practice': '',
} as const;

/** Full name of a document that a requirement comes from. */
export type DocumentName = keyof typeof documents;
