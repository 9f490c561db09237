/** How a server with certificate authentication behaves where no edit of one answer can show it. */
export interface SignatureBehaviour {
  /** What the server does not check in a message that a certificate signs. */
  readonly signatureSkips?: SignatureCondition;
  /** Which reading of the digest it accepts: besides that of MS-MDE2, or in its place. No rule forbids `both`. */
  readonly signatureReads?: 'both' | 'exclusive';
  /** The subcode of its refusals of such a message. */
  readonly signatureRefusedWith?: 'EnrollmentServer';
}

/** What a server checks in a message before it takes its certificate for a user. */
export type SignatureCondition =
  /** Anything at all: whoever shows a certificate has it. */
  | 'everything'
  /** Whether there is a signature; one that is there is checked. */
  | 'presence'
  /** Whether SHA-256 is used: it also takes rsa-sha1. */
  | 'algorithm'
  /** Whether the Body is among what is signed. */
  | 'coverage'
  /** Whether the Body that is signed is the one that is read. */
  | 'place'
  | 'digest'
  /** Whether the key of the certificate made the signature. */
  | 'value'
  /** Whether KeyInfo refers to the certificate that it takes for the user. */
  | 'key-reference'
  /** Whether an authority that it trusts issued the certificate. */
  | 'issuer'
  /** Whether there is a Timestamp; one that is there is checked. */
  | 'timestamp'
  | 'expiry'
  /** Whether the message was made in the future. */
  | 'start';
