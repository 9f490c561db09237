/** Properties that replace those of a certificate when it is issued, to make it wrong or only different. */
export interface CertificateChange {
  readonly subject?: string;
  readonly issuer?: string;
  /** Days from now; negative is the past. */
  readonly notBeforeDays?: number;
  readonly notAfterDays?: number;
  /** OIDs; empty removes the extension. */
  readonly extendedKeyUsages?: readonly string[];
  /** KeyUsage bit names of RFC 5280 (`digitalSignature`, `keyCertSign`); empty removes the extension. */
  readonly keyUsages?: readonly string[];
  readonly ca?: boolean;
  /** How many authorities may stand below; only an authority says so. */
  readonly pathLength?: number;
  /** The directory name below which all names have to lie (RFC 4514), as critical name constraints. */
  readonly permits?: string;
  /** Call itself version 1 and keep its extensions. */
  readonly version?: 1;
  /** Decimal serial number, possibly negative; `7+` counts up from 7, one for each certificate. */
  readonly serial?: string;
  readonly hash?: 'md5' | 'sha1' | 'sha256' | 'sha384';
  /** Certify another key than the one asked for. */
  readonly otherKey?: true;
  /** Certify a key of 1024 bits; an authority signs with it, too. */
  readonly shortKey?: true;
  /** Certify a key of 512 bits; an authority signs with it, too. */
  readonly weakKey?: true;
  /** Certify the key of the issuer. */
  readonly issuerKey?: true;
  /** Leave the subject key identifier out. */
  readonly withoutSubjectKeyId?: true;
  /** Leave the authority key identifier out, or name a key that is not the issuer's. */
  readonly authorityKeyId?: 'absent' | 'other';
  /** Sign with a key that is not the issuer's. */
  readonly otherSigner?: true;
  /** Add an unknown critical extension. */
  readonly criticalUnknown?: true;
  /**
   * Write an extension twice, name different signature algorithms inside and outside, or write times in the wrong form.
   */
  readonly encoding?: 'repeated-extension' | 'two-algorithms' | 'general-time';
}
