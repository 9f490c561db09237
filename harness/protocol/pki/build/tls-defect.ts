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
  /** Ends a connection on which the client shows a certificate. */
  | 'rejects-client-certificate'
  | 'demands-client-certificate-in-tls-1.2'
  /** Offers no later version. */
  | 'tls-1.1'
  /** Offers TLS 1.0 and 1.1 besides good versions. */
  | 'old-versions'
  /** Offers no earlier version. */
  | 'tls-1.3'
  /** Speaks plain HTTP instead of TLS. */
  | 'no-tls';
