/** OIDs and the arcs below which all OIDs are of one kind; an arc ends with a dot. */
const kinds = {
  /** Hashes, alone or with the signature algorithm that uses them, as published policies name them. */
  hash: [
    '1.2.840.113549.2.', // MD2 to MD5
    '1.2.840.113549.1.1.2', // MD2 to MD5 with RSA
    '1.2.840.113549.1.1.3',
    '1.2.840.113549.1.1.4',
    '1.2.840.113549.1.1.5', // SHA-1 with RSA
    '1.2.840.113549.1.1.10', // RSASSA-PSS
    '1.2.840.113549.1.1.11', // SHA-2 with RSA
    '1.2.840.113549.1.1.12',
    '1.2.840.113549.1.1.13',
    '1.2.840.113549.1.1.14',
    '1.2.840.113549.1.1.15',
    '1.2.840.113549.1.1.16',
    '1.2.840.10040.4.3', // SHA-1 with DSA
    '1.2.840.10045.4.', // SHA-1 and SHA-2 with ECDSA
    '1.3.14.3.2.', // Hashes and signatures of OIW
    '1.3.36.3.2.', // RIPEMD
    '1.3.36.3.3.1.', // RIPEMD with RSA
    '1.2.156.10197.1.401', // SM3, and SM2 with it
    '1.2.156.10197.1.501',
    '1.2.643.7.1.1.2.', // GOST
    '1.2.643.7.1.1.3.',
    '2.16.840.1.101.3.4.2.', // SHA-2 and SHA-3
    '2.16.840.1.101.3.4.3.', // Signatures with them
  ],
  /** Asymmetric algorithms, alone or with a hash. */
  algorithm: [
    '1.2.840.113549.1.1.', // RSA
    '1.2.840.113549.1.3.1', // Diffie-Hellman
    '1.2.840.10040.4.', // DSA
    '1.2.840.10045.', // Elliptic curves, alone, with a hash and by the name of a curve
    '1.2.840.10046.2.1', // Diffie-Hellman of X9.42
    '1.3.14.3.2.', // RSA and DSA of OIW
    '1.3.36.3.3.', // RSA and ECDSA of TeleTrusT
    '1.3.101.', // Edwards curves
    '1.3.132.', // Curves of SEC 2
    '1.2.156.10197.1.301', // SM2, and with SM3
    '1.2.156.10197.1.501',
    '1.2.643.', // GOST
    '2.16.840.1.101.3.4.3.', // Signatures of NIST
    '2.16.840.1.101.3.4.4.', // Key encapsulation of NIST
  ],
} as const;

/** Whether an OID is of this kind. What is no OID is of none. */
export function isOfKind(kind: keyof typeof kinds, oid: string): boolean {
  return kinds[kind].some((known) => (known.endsWith('.') ? oid.startsWith(known) : oid === known));
}
