import { deepFreeze } from '../exchange/deep-freeze.ts';
import type {
  Answer,
  Connection,
  Exchange,
  Header,
  HttpRequest,
  HttpResponse,
  Label,
  Session,
} from '../exchange/exchange.ts';
import { inferredFraming, isPassedOn, lackedBytes, thirdPartyBreak, unrecordedBody } from './third-party-answer.ts';
import { decodeContent, decodePostData } from './har-body.ts';
import type { Har, HarEntry, HarKnowledge, HarPair, HarRequest, HarResponse } from './har-format.ts';
import { redact } from '../redaction/redact.ts';
import { checkedHar } from './session-schema.ts';
import { refuseTooMany, refuseTooMuch } from './session-bounds.ts';
import { UnreadableSession } from './unreadable-session.ts';

/**
 * Reads a HAR 1.2 document of any tool, as text or parsed, and returns it redacted and frozen. Fields that HAR requires
 * but judging does not need may be missing. Throws `UnreadableSession`.
 */
export function readHar(input: unknown): Session {
  const har = checkedHar(typeof input === 'string' ? parse(input) : input);
  refuseTooMany(har);
  const { meta, exchanges } = readRedactedHar(har);
  refuseTooMuch(exchanges);
  return deepFreeze({ ...(meta ? { meta } : {}), exchanges: redact({ exchanges }).exchanges });
}

/** The same for the output of `writeHar`, which is valid and redacted already. Throws `UnreadableSession`. */
export function readRedactedHar({ log }: Har): Session {
  return deepFreeze({
    ...(log._mde ? { meta: structuredClone(log._mde) } : {}),
    exchanges: log.entries.map(readEntry),
  });
}

function parse(text: string): unknown {
  const json = text.replace(/^\uFEFF/, '');
  if (json.trim() === '') throw new UnreadableSession('the file is empty; expected a HAR (JSON)');
  try {
    return JSON.parse(json);
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    const position = why.includes('end of JSON') ? json.length : /position (\d+)/.exec(why)?.[1];
    const place = position === undefined ? '' : placeOf(json, Number(position));
    const isCut = /^\s*[{[]/.test(json) && Number(position) >= json.trimEnd().length;
    if (isCut)
      throw new UnreadableSession(`the JSON ends too early, at ${place}; the file is only a part of a recording`);
    throw new UnreadableSession(`this is not JSON${place === '' ? '' : `: ${place}`}`);
  }
}

function placeOf(text: string, position: number): string {
  const before = text.slice(0, position).split('\n');
  return `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
}

/** No exchange takes 30 years; a larger number would lead to an end that no calendar has. */
const longestMs = 1e12;

function readEntry(entry: HarEntry, index: number): Exchange {
  const { time, comment, connection, _mde: knowledge } = entry;
  const label = knowledge && readLabel(knowledge);
  return {
    index,
    startedAt: readStart(entry, index),
    durationMs: Math.min(Math.max(0, time ?? 0), longestMs),
    request: readRequest(entry.request, index),
    answer: knowledge ? readAnswer(entry, knowledge) : readForeignAnswer(entry),
    ...(label ? { label } : {}),
    secrets: (knowledge?.facts.secrets ?? []).map((fact) => ({ ...fact })),
    ...(typeof comment === 'string' ? { comment } : {}),
    ...(connection ? { connection } : {}),
  };
}

/** The time of the entry, or else the Date of its answer. Certificates cannot be judged without a time. */
function readStart({ startedDateTime, response }: HarEntry, index: number): string {
  if (isInstant(startedDateTime)) return startedDateTime;
  const [, date = ''] = readHeaders(response.headers).find(([name]) => name.toLowerCase() === 'date') ?? [];
  if (!Number.isNaN(Date.parse(date))) return new Date(date).toISOString();
  throw new UnreadableSession(`entry ${index}: startedDateTime must be an ISO 8601 time, such as 2026-01-15T09:30:00Z`);
}

function isInstant(text: unknown): text is string {
  return (
    typeof text === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) &&
    /(Z|[+-]\d\d:?\d\d)$/.test(text) &&
    !Number.isNaN(Date.parse(text))
  );
}

function readRequest(request: HarRequest, index: number): HttpRequest {
  const { method, url, headers, postData } = request;
  if (!URL.canParse(url)) throw new UnreadableSession(`entry ${index}: request.url must be an absolute URL`);
  const connection = readConnection(request);
  return {
    method,
    url,
    headers: withHost(headers ?? []),
    body: decodePostData(postData),
    ...(connection ? { connection } : {}),
  };
}

function readConnection({ httpVersion, _connection: particular }: HarRequest): Connection | undefined {
  const isOld = httpVersion === 'HTTP/1.0';
  if (!isOld && !particular) return undefined;
  const { tlsVersion, clientCertificate: certificate } = particular ?? {};
  return {
    ...(isOld ? { httpVersion: 'HTTP/1.0' } : {}),
    ...(tlsVersion ? { tlsVersion } : {}),
    ...(certificate === undefined ? {} : { clientCertificate: { certificate } }),
  };
}

/** HTTP/2 names the host in a pseudo-header. */
function withHost(pairs: readonly HarPair[]): Header[] {
  const headers = readHeaders(pairs);
  const authority = pairs.find(({ name }) => name === ':authority');
  const hasHost = headers.some(([name]) => name.toLowerCase() === 'host');
  return authority && !hasHost ? [['Host', authority.value], ...headers] : headers;
}

function readHeaders(pairs: readonly HarPair[] | null | undefined): Header[] {
  return (pairs ?? []).filter(({ name }) => !/^:./.test(name)).map(({ name, value }) => [name, value]);
}

function readForeignAnswer(entry: HarEntry): Answer {
  const { request, response } = entry;
  if (response.status <= 0) return thirdPartyBreak(entry);
  const read = readResponse(response, decodeContent(response.content) ?? new Uint8Array());
  const lacked = read.body.length === 0 ? lackedBytes(response, read.headers) : undefined;
  if ((lacked !== undefined || isPassedOn(response)) && request.method !== 'HEAD') {
    return { kind: 'broken', ...unrecordedBody(lacked), response: read };
  }
  const framing = inferredFraming(response, read.headers, read.body);
  return { kind: 'answered', response: framing ? { ...read, framing } : read };
}

function readAnswer(entry: HarEntry, { wire }: HarKnowledge): Answer {
  const { response } = entry;
  const { reason, tlsBreak, framing, partial } = wire;
  const whole = partial ?? response;
  const body = decodeContent(whole.content);
  const read = readResponse(whole, body ?? new Uint8Array());
  const framed: HttpResponse = framing ? { ...read, framing: structuredClone(framing) } : read;
  if (reason === undefined && response.status <= 0) return thirdPartyBreak(entry);
  if (reason === undefined && !body && entry.request.method !== 'HEAD') {
    return { kind: 'broken', ...unrecordedBody(whole.content?.size ?? 0), response: framed };
  }
  if (reason === undefined) return { kind: 'answered', response: framed };
  return {
    kind: 'broken',
    reason,
    message: response._error ?? '',
    ...(response._tls ? { tls: structuredClone(response._tls) } : {}),
    ...(tlsBreak ? { tlsBreak: structuredClone(tlsBreak) } : {}),
    ...(partial ? { response: framed } : {}),
  };
}

function readResponse(response: HarResponse, body: Uint8Array): HttpResponse {
  const { status, statusText, httpVersion, headers, _tls: tls } = response;
  return {
    status,
    statusText: statusText ?? '',
    httpVersion: httpVersion ?? '',
    headers: readHeaders(headers),
    body,
    ...(tls ? { tls: structuredClone(tls) } : {}),
  };
}

function readLabel(knowledge: HarKnowledge): Label | undefined {
  const { scenario, name, flow, step, way, control, variant, family, deviations, callback, throttled } = knowledge;
  if (scenario === undefined || name === undefined || flow === undefined || step === undefined) return undefined;
  return {
    scenario,
    name,
    flow,
    step,
    ...(way === undefined ? {} : { way }),
    ...(control === undefined ? {} : { control }),
    ...(variant === undefined ? {} : { variant }),
    ...(family === undefined ? {} : { family }),
    ...(deviations === undefined ? {} : { deviations: [...deviations] }),
    ...(callback === undefined ? {} : { callback: { ...callback } }),
    ...(throttled === undefined ? {} : { throttled }),
  };
}
