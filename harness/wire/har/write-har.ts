import { packageVersion } from '../../package-root.ts';
import type {
  Answer,
  Broken,
  Connection,
  Exchange,
  HttpRequest,
  HttpResponse,
  Session,
  SessionMeta,
  TlsFacts,
} from '../exchange/exchange.ts';
import type { StateNote } from '../exchange/session-notes.ts';
import type { ModuleNote } from '../exchange/module-note.ts';
import { encodeBody } from './har-body.ts';
import { mimeTypeOf, queryOf, valueOf, writePair } from './har-pairs.ts';
import type { Har, HarKnowledge } from './har-format.ts';
import { redact, type Unredacted } from '../redaction/redact.ts';
import type { WrittenEntry, WrittenHar, WrittenRequest, WrittenResponse } from './written-har.ts';

/** A recording of a run, or a session to store again. */
export interface Recording extends Unredacted {
  /** Absent in a third-party recording. */
  readonly meta?: SessionMeta;
}

/** What a HAR of ours says of its maker. */
export const creator = { name: 'mde-conformance', version: packageVersion };

/**
 * The HAR 1.2 document of a recording, redacted. Entries keep the order of the exchanges. Equal recordings give equal
 * documents, including the order of the keys.
 */
export function writeHar(recording: Recording): WrittenHar {
  const { exchanges, text } = redact(recording);
  const { meta } = recording;
  const log = {
    version: '1.2',
    creator,
    ...(meta ? { _mde: writeMeta(meta, text) } : {}),
    entries: exchanges.map((exchange) => writeEntry(exchange, text)),
  };
  return { log };
}

/** The text of `session.har`: two spaces of indentation, a line end at the end. */
export function serialiseHar(har: Har): string {
  return `${JSON.stringify(har, null, 2)}\n`;
}

/**
 * The text of the `session.har` of a redacted session, in pieces, one for each exchange, because the whole may be longer than a text can
 * be. It is that of the document which the session was read from, if `writeHar` made that.
 */
export function* harPieces({ meta, exchanges }: Session): Generator<string> {
  const log = { version: '1.2', creator, ...(meta ? { _mde: meta } : {}), entries: [] };
  yield JSON.stringify({ log }, null, 2).replace(/\]\s*\}\s*\}$/, '');
  for (const [index, exchange] of exchanges.entries()) {
    const entry = JSON.stringify(writeEntry(exchange, unchanged), null, 2).replaceAll('\n', '\n      ');
    yield `${index === 0 ? '' : ','}\n      ${entry}`;
  }
  yield exchanges.length === 0 ? ']\n  }\n}\n' : '\n    ]\n  }\n}\n';
}

function unchanged(text: string): string {
  return text;
}

/** Replaces secrets in a text outside of the exchanges. */
type Redact = (text: string) => string;

/** `log._mde` of a run, redacted. */
export function writeMeta(meta: SessionMeta, text: Redact): SessionMeta {
  return {
    target: text(meta.target),
    profile: meta.profile,
    startedAt: meta.startedAt,
    durationMs: meta.durationMs,
    runId: meta.runId,
    capabilities: meta.capabilities,
    deviceTrust: meta.deviceTrust,
    scenarios: meta.scenarios,
    filters: meta.filters,
    ...(meta.selected ? { selected: meta.selected } : {}),
    effects: meta.effects,
    ...(meta.ways ? { ways: meta.ways } : {}),
    ...(meta.rate === undefined ? {} : { rate: meta.rate }),
    ...(meta.states ? { states: meta.states.map((note) => writeState(note, text)) } : {}),
    ...(meta.substitutes ? { substitutes: meta.substitutes } : {}),
    ...(meta.secretNotes ? { secretNotes: meta.secretNotes } : {}),
    ...(meta.signInProblem === undefined ? {} : { signInProblem: text(meta.signInProblem) }),
    seed: meta.seed,
    ...(meta.timeLimit === undefined ? {} : { timeLimit: meta.timeLimit }),
    ...(meta.embedded ? { embedded: true } : {}),
    ...(meta.shard ? { shard: meta.shard } : {}),
    ...(meta.shards ? { shards: meta.shards } : {}),
    ...(meta.modules ? { modules: meta.modules.map((note) => writeModule(note, text)) } : {}),
  };
}

function writeModule({ problems, ...note }: ModuleNote, text: Redact): ModuleNote {
  return { ...note, ...(problems === undefined ? {} : { problems: problems.map(text) }) };
}

function writeState({ state, by, problem }: StateNote, text: (text: string) => string): StateNote {
  return { state, by, ...(problem === undefined ? {} : { problem: text(problem) }) };
}

/** The HAR entry of a redacted exchange. */
export function writeEntry(exchange: Exchange, text: Redact): WrittenEntry {
  const { startedAt, durationMs, request, answer, comment, connection } = exchange;
  return {
    startedDateTime: startedAt,
    time: durationMs,
    request: writeRequest(request),
    response: answer.kind === 'answered' ? writeResponse(answer.response) : writeBroken(answer.message, answer.tls),
    cache: {},
    timings: { send: 0, wait: durationMs, receive: 0 },
    ...(comment === undefined ? {} : { comment }),
    ...(connection === undefined ? {} : { connection }),
    _mde: writeKnowledge(exchange, text),
  };
}

function writeRequest({ method, url, headers, body, connection }: HttpRequest): WrittenRequest {
  const { text, isBase64 } = encodeBody(body);
  const request = {
    method,
    url,
    httpVersion: connection?.httpVersion ?? 'HTTP/1.1',
    cookies: [],
    headers: headers.map(writePair),
    queryString: queryOf(url),
    headersSize: -1,
    bodySize: body.length,
    ...(body.length === 0
      ? {}
      : { postData: { mimeType: mimeTypeOf(headers), text, ...(isBase64 ? { _encoding: 'base64' } : {}) } }),
    ...writeConnection(connection),
  };
  return request;
}

function writeConnection({ tlsVersion, clientCertificate }: Connection = {}): Pick<WrittenRequest, '_connection'> {
  if (!tlsVersion && !clientCertificate) return {};
  const certificate = clientCertificate && { clientCertificate: clientCertificate.certificate };
  return { _connection: { ...(tlsVersion ? { tlsVersion } : {}), ...certificate } };
}

function writeResponse({ status, statusText, httpVersion, headers, body, tls }: HttpResponse): WrittenResponse {
  const { text, isBase64 } = encodeBody(body);
  const response = {
    status,
    statusText,
    httpVersion,
    cookies: [],
    headers: headers.map(writePair),
    content: {
      size: body.length,
      mimeType: mimeTypeOf(headers),
      text,
      ...(isBase64 ? { encoding: 'base64' } : {}),
    },
    redirectURL: valueOf(headers, 'location'),
    headersSize: -1,
    bodySize: body.length,
    ...(tls ? { _tls: writeTls(tls) } : {}),
  };
  return response;
}

function writeBroken(message: string, tls: TlsFacts | undefined): WrittenResponse {
  const response = {
    status: 0,
    statusText: '',
    httpVersion: '',
    cookies: [],
    headers: [],
    content: { size: 0, mimeType: 'x-unknown' },
    redirectURL: '',
    headersSize: -1,
    bodySize: -1,
    _error: message,
    ...(tls ? { _tls: writeTls(tls) } : {}),
  };
  return response;
}

function writeTls({ protocol, cipher, authorized, error, peerChain, unsent }: TlsFacts): TlsFacts {
  const reason = error === undefined ? {} : { error };
  return { protocol, cipher, authorized, ...reason, peerChain, ...(unsent === undefined ? {} : { unsent }) };
}

/** A scenario may name an exchange after a text of the server, and this text may hold a secret. */
function writeKnowledge({ label, secrets, answer }: Exchange, text: Redact): HarKnowledge {
  return {
    ...(label
      ? {
          scenario: label.scenario,
          name: text(label.name),
          flow: label.flow,
          step: label.step,
          ...(label.way === undefined ? {} : { way: label.way }),
          ...(label.control === undefined ? {} : { control: label.control }),
          ...(label.variant === undefined ? {} : { variant: text(label.variant) }),
          ...(label.family === undefined ? {} : { family: label.family }),
          ...(label.deviations === undefined ? {} : { deviations: label.deviations }),
          ...(label.callback === undefined ? {} : { callback: label.callback }),
          ...(label.throttled === undefined ? {} : { throttled: label.throttled }),
        }
      : {}),
    facts: {
      secrets: secrets.map(({ placeholder, length, base64, padded }) => ({ placeholder, length, base64, padded })),
    },
    wire: writeWire(answer),
  };
}

function writeWire(answer: Answer): HarKnowledge['wire'] {
  const framing = answer.response?.framing;
  return {
    ...(answer.kind === 'broken' ? { reason: answer.reason, ...writeTlsBreak(answer) } : {}),
    ...(framing
      ? {
          framing: {
            contentLengths: framing.contentLengths,
            ...(framing.transferEncoding === undefined ? {} : { transferEncoding: framing.transferEncoding }),
            bodyBytes: framing.bodyBytes,
          },
        }
      : {}),
    ...(answer.kind === 'broken' && answer.response ? { partial: writeResponse(answer.response) } : {}),
  };
}

function writeTlsBreak({ tlsBreak }: Broken): HarKnowledge['wire'] {
  if (!tlsBreak) return {};
  const { code, protocol } = tlsBreak;
  return {
    tlsBreak: { ...(code === undefined ? {} : { code }), ...(protocol === undefined ? {} : { protocol }) },
  };
}
