import type { Content, Entry, Header, Param, PostDataCommon, PostDataText, Request, Response } from 'har-format';
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
type Maybe<T> = T | null | undefined;

/** Fields of HAR 1.2 that a recording may lack, even if HAR requires them. */
type Lenient<Standard, Name extends keyof Standard> = {
  readonly [Key in Name]?: Maybe<Standard[Key]>;
};

/** A name and a value, as HAR lists headers and queries. */
export type HarPair = Readonly<Pick<Header, 'name' | 'value'>>;

/** HAR 1.2 `postData`, with `_encoding` where the body was no text. */
export interface HarPostData extends Lenient<PostDataCommon, 'mimeType'>, Lenient<PostDataText, 'text'> {
  readonly encoding?: Maybe<string>;
  readonly _encoding?: Maybe<string>;
  readonly params?: Maybe<readonly (Readonly<Pick<Param, 'name'>> & Lenient<Param, 'value'>)[]>;
}

/** HAR 1.2 `content`. */
export type HarContent = Lenient<Content, 'size' | 'mimeType' | 'text' | 'encoding'>;

/** How the connection of a request differs, beyond `httpVersion`; a certificate in PEM. */
export interface HarConnection extends Pick<Connection, 'tlsVersion'> {
  readonly clientCertificate?: string;
}

/** HAR 1.2 `request`; only what is read is named. */
export interface HarRequest extends Readonly<Pick<Request, 'method' | 'url'>>, Lenient<Request, 'httpVersion'> {
  readonly headers?: Maybe<readonly HarPair[]>;
  readonly postData?: Maybe<HarPostData>;
  readonly _connection?: HarConnection;
}

/** HAR 1.2 `response` with our extensions. */
export interface HarResponse
  extends Readonly<Pick<Response, 'status'>>, Lenient<Response, 'statusText' | 'httpVersion' | 'bodySize'> {
  readonly headers?: Maybe<readonly HarPair[]>;
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
export interface HarEntry extends Lenient<Entry, 'startedDateTime' | 'time' | 'comment' | 'connection'> {
  readonly request: HarRequest;
  readonly response: HarResponse;
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
