/** What is read: an X.509 certificate or a PKCS #10 request. */
type Kind = 'certificate' | 'request';

/** A certificate or a request, readable or not. */
export interface Sample {
  readonly kind: Kind;
  readonly der: Uint8Array;
  /** The DER of the certificate whose key signed, or did not. */
  readonly issuer?: Uint8Array;
}

/** A value that two readers can be compared by. */
export type Field = string | number | boolean | null | readonly Field[];

/** What a reader says, field by field. A reader that refuses the bytes says `refused` and nothing else. */
export type Reading = Readonly<Record<string, Field>>;

/** The value of a field that a reader found and cannot decode. */
export const undecodable = 'undecodable';

/** Octets as a field. */
export const hexOf = (octets: Uint8Array | ArrayBuffer): string =>
  Buffer.from(octets instanceof Uint8Array ? octets : new Uint8Array(octets)).toString('hex');

/** Certificates from a leaf upwards, each with the next one as its issuer, and the last one with itself. */
export const upwards = (certificates: readonly Uint8Array[]): readonly Sample[] =>
  certificates.map((der, index) => ({ kind: 'certificate', der, issuer: certificates[index + 1] ?? der }));
