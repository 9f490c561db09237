/** Ways in which the TLS of a host is wrong, or unusual. */
export type TlsDefect =
  | 'self-signed'
  | 'other-root'
  | 'wrong-purpose'
  | 'expired'
  | 'expired-intermediate'
  | 'not-yet-valid'
  | 'wrong-name'
  | 'leaf-only'
  | 'demands-client-certificate'
  /** Ends the connection of whoever shows one. */
  | 'rejects-client-certificate'
  | 'demands-client-certificate-in-tls-1.2'
  /** Nothing later. */
  | 'tls-1.1'
  /** TLS 1.0 and 1.1 beside what is good. */
  | 'old-versions'
  /** Nothing earlier. */
  | 'tls-1.3'
  /** Plain HTTP where TLS is due. */
  | 'no-tls';
