/** The part of an exchange that a finding points at. */
export type Part =
  | 'connection'
  | 'tls'
  | 'request'
  | 'status'
  | 'headers'
  | 'framing'
  | 'body'
  | 'provisioning-document'
  | 'certificate';

/** Where in the evidence something was seen, so that every report can link to it. */
export interface Place {
  /** Index of the exchange in the session. */
  readonly exchange: number;
  readonly part: Part;
  /** XPath in a body or document, header name, or field of a certificate. */
  readonly path?: string;
}
