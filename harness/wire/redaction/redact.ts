import type {
  Answer,
  Exchange,
  Framing,
  HttpRequest,
  HttpResponse,
  SecretFact,
  TlsFacts,
} from '../exchange/exchange.ts';
import { redactHeaders } from './redact-headers.ts';
import { createSecretLedger, type KnownSecret, type SecretLedger, type SecretNumber } from './secret-ledger.ts';
import { createRedactor, type FactSink, type Redactor } from './text-redactor.ts';
import { isWeakSecret } from './weak-secret.ts';

/** What is redacted, and what is known to be secret in it. */
export interface Unredacted {
  readonly exchanges: readonly Exchange[];
  /** Plain texts count as passwords until they are found in another role. */
  readonly knownSecrets?: readonly (string | KnownSecret)[];
  /** Default: secrets of each kind are counted from 1. */
  readonly secretNumber?: SecretNumber;
}

/** What is safe to store. */
export interface Redacted {
  readonly exchanges: readonly Exchange[];
  /** Replaces the same secrets in a text beside the exchanges. */
  readonly text: (text: string) => string;
}

/** A password or token of so many characters that was found in its place is then replaced wherever else it appears. */
const promotedLength = { least: 8, most: 8192 } as const;

/** How many of them: a recording full of them is made to keep us busy. */
const mostPromoted = 64;

/**
 * Replaces secrets by numbered placeholders. Equal numbers stand for equal secrets, in whatever form they appear. Only
 * the bytes of a secret change, so the recorded Content-Length no longer matches. The facts of each secret are stored
 * in its exchange. A second redaction changes nothing.
 *
 * A known secret of at most three characters, or one that is a word of the protocol, is replaced only in places that
 * are known to hold a secret. Certificates and certificate requests are never changed: a message whose certificate holds a secret is
 * withheld.
 */
export function redact({ exchanges, knownSecrets = [], secretNumber }: Unredacted): Redacted {
  const known = usableSecrets(knownSecrets);
  const ledger = createSecretLedger(secretNumber);
  for (const { placeholder } of exchanges.flatMap(({ secrets }) => secrets)) ledger.reserve(placeholder);

  const first = createRedactor(ledger, known);
  const placed = exchanges.map((exchange) => redactExchange(exchange, first));
  const promoted = promotedSecrets(ledger, known);
  const second = createRedactor(ledger, promoted);
  return {
    exchanges: promoted.length === 0 ? placed : placed.map((exchange) => redactExchange(exchange, second)),
    text: (text) => second.text(first.text(text, ignore), ignore),
  };
}

/**
 * The secrets that can be looked for; plain texts count as passwords. A token travels in base64 and is then a secret of its own, which is
 * known as well: found later, it would have to be looked for in all exchanges once more.
 */
export function usableSecrets(secrets: readonly (string | KnownSecret)[]): KnownSecret[] {
  return secrets
    .map((secret): KnownSecret => (typeof secret === 'string' ? { kind: 'password', value: secret } : secret))
    .filter(({ value }) => value.trim() !== '')
    .flatMap((secret) => (secret.kind === 'token' ? [secret, inBase64(secret)] : [secret]));
}

function inBase64({ kind, value }: KnownSecret): KnownSecret {
  return { kind, value: Buffer.from(value.trim(), 'utf8').toString('base64') };
}

/** The secrets that were found in their places so far, and are to be replaced wherever else they appear. */
export function promotedSecrets(ledger: SecretLedger, known: readonly KnownSecret[]): KnownSecret[] {
  return ledger
    .named()
    .filter(({ kind, value }) => (kind === 'password' || kind === 'token') && isPromotable(value.length))
    .filter(({ value }) => !isWeakSecret(value) && !known.some((secret) => secret.value.trim() === value))
    .slice(0, mostPromoted);
}

function isPromotable(length: number): boolean {
  return length >= promotedLength.least && length <= promotedLength.most;
}

function ignore(): void {
  // Facts belong to exchanges; texts beside them have none.
}

/** Replaces the secrets of one exchange, and adds their facts to it. */
export function redactExchange(exchange: Exchange, redactor: Redactor): Exchange {
  const facts = new Map<string, SecretFact>();
  const sink: FactSink = (fact) => {
    const isStored = exchange.secrets.some(({ placeholder }) => placeholder === fact.placeholder);
    if (!isStored) facts.set(JSON.stringify(fact), fact);
  };
  const sealed: string[] = [];
  const sealing: Redactor = {
    ...redactor,
    bytes: (bytes, facts, headers) => redactor.bytes(bytes, facts, headers, (why) => sealed.push(why)),
  };
  const request = redactRequest(exchange.request, sealing, sink);
  const answer = unrecordedIf(sealed, redactAnswer(exchange.answer, sealing, sink));
  const { comment, connection } = exchange;
  return {
    ...exchange,
    request,
    answer,
    ...(comment === undefined ? {} : { comment: redactor.text(comment, sink) }),
    ...(connection === undefined ? {} : { connection: redactor.text(connection, sink) }),
    secrets: [...exchange.secrets, ...facts.values()],
  };
}

/**
 * An exchange with a secret in a certificate cannot be stored as it was: the certificate would show the secret, and a changed one would be
 * called wrong. Nor can one that is too costly to search. It counts as unrecorded, and judges nobody.
 */
function unrecordedIf([why]: readonly string[], answer: Answer): Answer {
  if (why === undefined || answer.kind === 'broken') return answer;
  const { response, connection } = answer;
  return {
    kind: 'broken',
    reason: 'unrecorded',
    message: `${why.charAt(0).toUpperCase()}${why.slice(1)}, so that it is withheld.`,
    response,
    ...(connection === undefined ? {} : { connection }),
  };
}

function redactRequest(request: HttpRequest, redactor: Redactor, sink: FactSink): HttpRequest {
  return {
    ...request,
    url: redactor.text(request.url, sink),
    headers: redactHeaders(request.headers, redactor, sink),
    body: redactor.bytes(request.body, sink, request.headers),
  };
}

function redactAnswer(answer: Answer, redactor: Redactor, sink: FactSink): Answer {
  if (answer.kind === 'answered') return { ...answer, response: redactResponse(answer.response, redactor, sink) };
  const { response, message, tls, ...others } = answer;
  return {
    ...others,
    message: redactor.text(message, sink),
    ...(tls ? redactTls(tls, redactor, sink) : {}),
    ...(response ? { response: redactResponse(response, redactor, sink) } : {}),
  };
}

function redactResponse(response: HttpResponse, redactor: Redactor, sink: FactSink): HttpResponse {
  const { statusText, httpVersion, headers, body, framing, tls, ...others } = response;
  return {
    ...others,
    statusText: redactor.text(statusText, sink),
    httpVersion: redactor.text(httpVersion, sink),
    headers: redactHeaders(headers, redactor, sink),
    body: redactor.bytes(body, sink, headers),
    ...(framing ? { framing: redactFraming(framing, redactor, sink) } : {}),
    ...(tls ? redactTls(tls, redactor, sink) : {}),
  };
}

/** The values are as the server sent them. */
function redactFraming(framing: Framing, redactor: Redactor, sink: FactSink): Framing {
  const { contentLengths, transferEncoding } = framing;
  return {
    ...framing,
    contentLengths: contentLengths.map((length) => redactor.text(length, sink)),
    ...(transferEncoding === undefined ? {} : { transferEncoding: redactor.text(transferEncoding, sink) }),
  };
}

/**
 * The error may quote the names in the certificate of the server. Where a certificate holds a secret, none of the facts is kept: without it
 * they would be those of another chain.
 */
function redactTls(tls: TlsFacts, redactor: Redactor, sink: FactSink): { readonly tls?: TlsFacts } {
  const { error, peerChain, unsent = [] } = tls;
  if ([...peerChain, ...unsent].some((pem) => redactor.text(pem, sink) !== pem)) return {};
  return { tls: error === undefined ? tls : { ...tls, error: redactor.text(error, sink) } };
}
