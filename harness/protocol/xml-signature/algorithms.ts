/** The algorithms of XML Signature that certificate authentication names (MS-MDE2 3.3.4.1.1.1.2), and some that it does not. */
export const algorithms = {
  exclusive: 'http://www.w3.org/2001/10/xml-exc-c14n#',
  /** Canonical XML 1.0, into which XML Signature turns what the last transform leaves as nodes. */
  inclusive: 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315',
  enveloped: 'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
  rsaSha256: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  /** Broken: MS-MDE2 does not name it, a sample of Microsoft Learn does. */
  rsaSha1: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
  sha256: 'http://www.w3.org/2001/04/xmlenc#sha256',
} as const;

/**
 * How the digest of a message is read. MS-MDE2 lists one transform, enveloped-signature: what it leaves is then hashed in the inclusive
 * canonical form (XML Signature 4.4.3.2). `exclusive` lists that canonical form as a second transform, as other profiles of WS-Security do.
 */
export type DigestReading = 'inclusive' | 'exclusive';

/** The transforms of each reading. */
export const transformsOf: Readonly<Record<DigestReading, readonly string[]>> = {
  inclusive: [algorithms.enveloped],
  exclusive: [algorithms.enveloped, algorithms.exclusive],
};

/** The ValueType of a certificate in a BinarySecurityToken, and that of a reference to one (WSS X.509 token profile 1.0). */
export const x509 = {
  token: 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3',
  reference: 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509',
} as const;
