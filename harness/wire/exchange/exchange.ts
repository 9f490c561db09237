import type { SessionMeta } from './session-meta.ts';

export type { SessionMeta } from './session-meta.ts';

/** One header field as it was sent; the list keeps order, letter case and repetitions. */
export type Header = readonly [name: string, value: string];

/** How a connection differs from that of a device. */
export interface Connection {
  /** The version in the request line, instead of HTTP/1.1. */
  readonly httpVersion?: 'HTTP/1.0';
  /** The only version that the handshake offers. Default: what a device offers, TLS 1.2 and later. */
  readonly tlsVersion?: TlsVersion;
  /** Requests with this name use one connection, as long as the server keeps it open. No session stores the name. */
  readonly kept?: string;
  /** The certificate for a server that asks for one. */
  readonly clientCertificate?: ClientCertificate;
  /**
   * Plain HTTP is intended, even beyond this machine, for a request that carries nothing of the user. No session stores
   * this; the URL shows it.
   */
  readonly plainHttp?: true;
}

/** A version that a handshake can offer; no current OpenSSL offers SSL 3. */
export type TlsVersion = 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3';

/** A certificate, with its key if a request is to be sent. */
export interface ClientCertificate {
  /** PEM; its chain may follow. */
  readonly certificate: string;
  /** PEM. Needed to connect; no session stores it. */
  readonly privateKey?: string;
}

/** A request as plain data. The transport sends exactly these headers, so the sender writes Host and Content-Length. */
export interface HttpRequest {
  readonly method: string;
  /** Absolute URL. */
  readonly url: string;
  readonly headers: readonly Header[];
  readonly body: Uint8Array;
  readonly connection?: Connection;
}

/** The framing of the message body on the wire (RFC 9112 section 6). Sizes in bytes. */
export interface Framing {
  /** Each Content-Length value as sent, in order; empty when there was none. */
  readonly contentLengths: readonly string[];
  /** The Transfer-Encoding value as sent; absent when there was none. */
  readonly transferEncoding?: string;
  /** Body bytes received, after removing a chunked coding, and including bytes past the announced end. */
  readonly bodyBytes: number;
}

/** The facts of the TLS handshake. */
export interface TlsFacts {
  /** For example `TLSv1.3`. */
  readonly protocol: string;
  readonly cipher: string;
  /** Whether chain, dates and name validated against the configured trust. */
  readonly authorized: boolean;
  /** Whether the chain, the dates and the name are valid for the configured trust. */
  readonly error?: string;
  /** Exactly what the server sent, leaf first, as PEM. */
  readonly peerChain: readonly string[];
  /** Intermediates from the configured trust that the server did not send, as PEM; missing if there are none. */
  readonly unsent?: readonly string[];
}

/** An HTTP response as plain data; `body` has its transfer coding removed, nothing else. */
export interface HttpResponse {
  readonly status: number;
  readonly statusText: string;
  readonly httpVersion: string;
  readonly headers: readonly Header[];
  readonly body: Uint8Array;
  /** Missing in a third-party recording. */
  readonly framing?: Framing;
  readonly tls?: TlsFacts;
}

/**
 * The reasons why an exchange has no complete answer. Three of them are not the fault of the server: `unrecorded` (the
 * recorder left the answer out), `unoffered` (our own TLS library lacks the version to offer) and `unsupported` (the
 * transport cannot send this request).
 */
export type BreakReason =
  | 'dns'
  | 'refused'
  | 'reset'
  | 'closed'
  | 'timeout'
  | 'tls'
  | 'too-large'
  | 'framing'
  | 'unrecorded'
  | 'unoffered'
  | 'unsupported'
  | 'other';

/** How the TLS of an exchange broke. */
export interface TlsBreak {
  /**
   * The error code of Node (`ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION`); missing if the server only ended the connection.
   */
  readonly code?: string;
  /** The version that the server had chosen; before TLS 1.3, it had also shown its certificate. */
  readonly protocol?: string;
}

/** The exchange got a complete answer. */
export interface Answered {
  readonly kind: 'answered';
  readonly response: HttpResponse;
  /** The name of a connection that requests share. */
  readonly connection?: string;
}

/** The exchange got no complete answer. `response` is the part that arrived, if there was a status line. */
export interface Broken {
  readonly kind: 'broken';
  readonly reason: BreakReason;
  /** A sentence for people, without a stack trace and without a secret. */
  readonly message: string;
  readonly tls?: TlsFacts;
  /** With the reason `tls`. */
  readonly tlsBreak?: TlsBreak;
  readonly response?: HttpResponse;
  /** The name of a connection that requests share. */
  readonly connection?: string;
}

/** What came of a request: an answer, or the way in which the exchange broke. */
export type Answer = Answered | Broken;

/** The only way to the network. No fault of the target makes it throw. */
export interface Transport {
  (request: HttpRequest): Promise<Answer>;
  /** The header field in which it hands on the certificate of a client, in the place of a proxy before the server. */
  readonly forwardsIn?: string;
}

/** What a live run knows about an exchange and the request does not show (stored as `_mde` on the HAR entry). */
export interface Label {
  /** Id of the scenario that drove it. */
  readonly scenario: string;
  /** Name of the exchange inside the scenario, unique in it among those that are not `throttled`. */
  readonly name: string;
  /** The flow of the exchange: the exchanges of one device, in order. */
  readonly flow: string;
  /** Position in the flow, from 1. */
  readonly step: number;
  /** The only method that its device offers; missing where it offers those of its client. */
  readonly way?: string;
  /** A valid request; the requests beside it count only if it succeeds. */
  readonly control?: boolean;
  /** Its row in a table of requests. */
  readonly variant?: string;
  /** The family of a valid variant; only the check of that family judges it. */
  readonly family?: string;
  /** Deviations that the request does not show (`wrong-password`). */
  readonly deviations?: readonly string[];
  /** An address of this machine that the request names, and how often it was fetched; missing if nothing listened. */
  readonly callback?: { readonly url: string; readonly fetches: number };
  /**
   * The server refused the request for its limit, and the run sent it again later, with the same name and step. This label says nothing
   * else of the request.
   */
  readonly throttled?: true;
}

/** The facts of a secret before `placeholder` replaced it. */
export interface SecretFact {
  /** `redacted-password-1`: equal numbers stand for equal secrets in this session. */
  readonly placeholder: string;
  /** Length in characters. */
  readonly length: number;
  /** Whether it was valid base64 without white space. */
  readonly base64: boolean;
  /** Whether it began or ended with white space. */
  readonly padded: boolean;
}

/** One request and its answer. */
export interface Exchange {
  /** Position among the entries of the session, from 0. */
  readonly index: number;
  /** When the request was sent (ISO 8601); checks judge the exchange as of this time. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly request: HttpRequest;
  readonly answer: Answer;
  /** Absent in a third-party recording. */
  readonly label?: Label;
  readonly secrets: readonly SecretFact[];
  /** The free comment of a HAR entry. */
  readonly comment?: string;
  /** The name of the connection in a recording (HAR `connection`); requests over one connection have the same. */
  readonly connection?: string;
}

/** All exchanges of a run in the order of the plan, or a third-party recording. Frozen and redacted. */
export interface Session {
  /** Absent in a third-party recording. */
  readonly meta?: SessionMeta;
  readonly exchanges: readonly Exchange[];
}
