import type {
  BreakReason,
  Connection,
  Framing,
  Label,
  SecretFact,
  SessionMeta,
  TlsBreak,
  TlsFacts,
} from '../exchange/exchange.ts';

/** A field without a value, as recordings write it: missing, or null. */
type Maybe<T> = T | null;

/** A name and a value, as HAR lists headers and queries. */
export interface HarPair {
  readonly name: string;
  readonly value: string;
}

/** HAR 1.2 `postData`, with `_encoding` where the body was no text. */
export interface HarPostData {
  readonly mimeType?: Maybe<string>;
  readonly text?: Maybe<string>;
  readonly encoding?: Maybe<string>;
  readonly _encoding?: Maybe<string>;
  readonly params?: Maybe<readonly { readonly name: string; readonly value?: Maybe<string> }[]>;
}

/** HAR 1.2 `content`. */
export interface HarContent {
  readonly size?: Maybe<number>;
  readonly mimeType?: Maybe<string>;
  readonly text?: Maybe<string>;
  readonly encoding?: Maybe<string>;
}

/** HAR 1.2 `request`, with the fields that this tool reads. */
export interface HarRequest {
  readonly method: string;
  readonly url: string;
  readonly httpVersion?: Maybe<string>;
  readonly headers?: Maybe<readonly HarPair[]>;
  readonly postData?: Maybe<HarPostData>;
  readonly _connection?: HarConnection;
}

/** How the connection of a request differs, beyond `httpVersion`; a certificate in PEM. */
export interface HarConnection extends Pick<Connection, 'tlsVersion'> {
  readonly clientCertificate?: string;
}

/** HAR 1.2 `response` with our extensions. */
export interface HarResponse {
  readonly status: number;
  readonly statusText?: Maybe<string>;
  readonly httpVersion?: Maybe<string>;
  readonly headers?: Maybe<readonly HarPair[]>;
  readonly bodySize?: Maybe<number>;
  readonly content?: Maybe<HarContent>;
  readonly _error?: Maybe<string>;
  readonly _tls?: TlsFacts;
}

/** What a transport saw, but HAR has no field for. */
export interface HarWire {
  readonly reason?: BreakReason;
  readonly tlsBreak?: TlsBreak;
  readonly framing?: Framing;
  /** The part that had arrived when the exchange broke. */
  readonly partial?: HarResponse;
}

/** `_mde` of an entry. */
export interface HarKnowledge extends Partial<Label> {
  readonly facts: { readonly secrets: readonly SecretFact[] };
  readonly wire: HarWire;
}

/** HAR 1.2 `entry` with our extensions. */
export interface HarEntry {
  readonly startedDateTime?: Maybe<string>;
  readonly time?: Maybe<number>;
  readonly request: HarRequest;
  readonly response: HarResponse;
  readonly comment?: Maybe<string>;
  readonly connection?: Maybe<string>;
  readonly _error?: Maybe<string>;
  readonly _mde?: HarKnowledge;
}

/** A HAR document as any tool may write it (`schemas/json/session.schema.json`). */
export interface Har {
  readonly log: {
    readonly _mde?: SessionMeta;
    readonly entries: readonly HarEntry[];
  };
}
