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
  /** On a connection that is kept, answers with the answer of the request before. */
  | 'answers-of-others'
  /** Does not read the body of a request that it refuses, and takes it for the next request of a kept connection. */
  | 'unread-bodies'
  /** Cuts every answer but the first on a kept connection. */
  | 'cut-later-answers'
  /** Speaks plain HTTP instead of TLS. */
  | 'no-tls';
