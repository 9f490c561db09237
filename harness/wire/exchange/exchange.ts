/** One header field as it was on the wire: order, letter case and repetitions are kept in the list that holds it. */
export type Header = readonly [name: string, value: string];

/** What is particular about the connection of a request; all else is as a device connects. */
export interface Connection {
  /** Stands in the request line instead of HTTP/1.1. */
  readonly httpVersion?: 'HTTP/1.0';
  /** The only version that the handshake offers. Default: what a device offers, TLS 1.2 and later. */
  readonly tlsVersion?: TlsVersion;
  /** Shown to a server that asks for one. */
  readonly clientCertificate?: ClientCertificate;
  /** Plain HTTP is meant, beyond this machine too: only what carries nothing of the user goes there. No session stores it, its URL shows it. */
  readonly plainHttp?: true;
}

/** A version that a handshake can offer here; SSL 3 is in no OpenSSL of today. */
export type TlsVersion = 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3';

/** A certificate and, where a request is still to be sent, its key. */
export interface ClientCertificate {
  /** PEM; its chain may follow. */
  readonly certificate: string;
  /** PEM. Needed to connect; no session stores it. */
  readonly privateKey?: string;
}

/** A request as plain data. The transport sends exactly these headers; Host and Content-Length are the sender's to write. */
export interface HttpRequest {
  readonly method: string;
  /** Absolute URL. */
  readonly url: string;
  readonly headers: readonly Header[];
  readonly body: Uint8Array;
  readonly connection?: Connection;
}

/** How the message body was delimited on the wire (RFC 9112 section 6). Sizes in bytes. */
export interface Framing {
  /** Each Content-Length value as sent, in order; empty when there was none. */
  readonly contentLengths: readonly string[];
  /** The Transfer-Encoding value as sent; absent when there was none. */
  readonly transferEncoding?: string;
  /** Body bytes received, after removing a chunked coding, and including bytes past the announced end. */
  readonly bodyBytes: number;
}

/** What the TLS handshake showed. */
export interface TlsFacts {
  /** For example `TLSv1.3`. */
  readonly protocol: string;
  readonly cipher: string;
  /** Whether chain, dates and name validated against the configured trust. */
  readonly authorized: boolean;
  /** Why not, as OpenSSL names it (`CERT_HAS_EXPIRED`, `ERR_TLS_CERT_ALTNAME_INVALID`). */
  readonly error?: string;
  /** Exactly what the server sent, leaf first, as PEM. */
  readonly peerChain: readonly string[];
  /** Intermediates that it did not send, and that were taken from the trust configured here, as PEM; absent where there are none. */
  readonly unsent?: readonly string[];
}

/** An HTTP response as plain data; `body` has its transfer coding removed, nothing else. */
export interface HttpResponse {
  readonly status: number;
  readonly statusText: string;
  readonly httpVersion: string;
  readonly headers: readonly Header[];
  readonly body: Uint8Array;
  /** Absent where only a third-party recording is there to say. */
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

/** How an exchange broke in TLS. */
export interface TlsBreak {
  /** What Node calls the error (`ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION`); absent where the server only ended the connection. */
  readonly code?: string;
  /** The version that the server had chosen; before TLS 1.3 it had shown its certificate too. */
  readonly protocol?: string;
}

/** The exchange ended with a whole answer. */
export interface Answered {
  readonly kind: 'answered';
  readonly response: HttpResponse;
}

/** The exchange broke. `response` is what had arrived until then, where a status line had. */
export interface Broken {
  readonly kind: 'broken';
  readonly reason: BreakReason;
  /** A sentence for people, without a stack trace and without a secret. */
  readonly message: string;
  readonly tls?: TlsFacts;
  /** With the reason `tls`. */
  readonly tlsBreak?: TlsBreak;
  readonly response?: HttpResponse;
}

export type Answer = Answered | Broken;

/** The one seam to the network. It never throws on the target's account. */
export type Transport = (request: HttpRequest) => Promise<Answer>;

/** What a live run knows of an exchange and a request cannot show (stored as `_mde` on the HAR entry). */
export interface Label {
  /** Id of the scenario that drove it. */
  readonly scenario: string;
  /** Name of the exchange inside the scenario, unique in it. */
  readonly name: string;
  /** What one device did in order; exchanges of one flow share it. */
  readonly flow: string;
  /** Position in the flow, from 1. */
  readonly step: number;
  /** A valid request whose success the negatives beside it depend on. */
  readonly control?: boolean;
  /** Which variant of a table it is. */
  readonly variant?: string;
  /** The table of valid variants that it belongs to: what it fails at is told by the check of that family alone. */
  readonly family?: string;
  /** What is wrong with the request and cannot be read from it (`wrong-password`). */
  readonly deviations?: readonly string[];
  /** An address of ours that the request names, and how often it was fetched; absent where nothing listened. */
  readonly callback?: { readonly url: string; readonly fetches: number };
}

/** What was true of a secret before it was replaced by `placeholder`. */
export interface SecretFact {
  /** `redacted-password-1`: same number, same secret in this session. */
  readonly placeholder: string;
  /** Length in characters. */
  readonly length: number;
  /** Whether it was valid base64 without white space. */
  readonly base64: boolean;
  /** Whether it began or ended with white space. */
  readonly padded: boolean;
}

/** One request and what came back. */
export interface Exchange {
  /** Position among the entries of the session, from 0. */
  readonly index: number;
  /** ISO 8601 instant at which the request was sent: the "now" of everything judged about it. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly request: HttpRequest;
  readonly answer: Answer;
  /** Absent in a third-party recording. */
  readonly label?: Label;
  readonly secrets: readonly SecretFact[];
  /** The free comment of a HAR entry. */
  readonly comment?: string;
  /** What a recording calls the connection (HAR `connection`): the same for requests that came over one. */
  readonly connection?: string;
}

/** A state of the server that the target says how to bring about. */
export interface StateNote {
  /** Its name in the target file. */
  readonly state: string;
  readonly by: 'user' | 'http' | 'command' | 'prompt';
  /** Why it could not be brought about, or not be undone: a clause for people, without a secret. */
  readonly problem?: string;
}

/** What a run of ours writes beside its exchanges (HAR `log._mde`). */
export interface SessionMeta {
  readonly target: string;
  readonly profile: string;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly runId: string;
  readonly capabilities: readonly string[];
  /** PEM roots that the device trusts before it enrolls. */
  readonly deviceTrust: readonly string[];
  readonly scenarios: readonly string[];
  /** Selections that narrowed the run (`--suite`, `--check`); empty when whole. */
  readonly filters: readonly string[];
  /** What scenarios were allowed to leave behind on the server. */
  readonly effects: readonly string[];
  /** Absent where the target names none. */
  readonly states?: readonly StateNote[];
  readonly seed: string;
}

/** All exchanges of a run in plan order, or a third-party recording. Frozen and redacted: what is judged. */
export interface Session {
  /** Absent in a third-party recording. */
  readonly meta?: SessionMeta;
  readonly exchanges: readonly Exchange[];
}
