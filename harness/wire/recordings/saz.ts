import { Buffer } from 'node:buffer';
import type { HarEntry, HarRequest, HarResponse } from '../har/har-format.ts';
import { encodeBody } from '../har/har-body.ts';
import { mimeTypeOf, valueOf, writePair } from '../har/har-pairs.ts';
import { UnreadableSession } from '../har/unreadable-session.ts';
import type { HttpResponse } from '../exchange/exchange.ts';
import { readRawRequest, type RawRequest } from '../transport/raw-request.ts';
import { readRawResponse } from '../transport/raw-response.ts';
import { createUnpacker, type Unpacker } from './content-coding.ts';
import type { ArchiveFile, ForeignRecording } from './recording.ts';
import { readSazMetadata, type SazMetadata } from './saz-metadata.ts';

/** The files of one session: request, answer, metadata (Telerik, Fiddler Archives: SAZ structure). */
interface SazSession {
  readonly number: number;
  readonly c?: ArchiveFile;
  readonly s?: ArchiveFile;
  readonly m?: ArchiveFile;
}

const sessionFile = /^raw\/(\d{1,9})_(?:(c|s)\.txt|(m)\.xml)$/i;

/** Whether a file of an archive belongs to a session that Fiddler recorded. */
export function isSazFile(name: string): boolean {
  return sessionFile.test(name);
}

/** What was not taken, by its number of sessions or by its file. */
interface LeftOut {
  tunnels: number;
  readonly answers: string[];
  readonly requests: string[];
}

/**
 * The sessions of a Fiddler archive as the HAR that Fiddler would export, in their order. Its answers are those of servers: what Fiddler
 * answered itself is none. Throws `UnreadableSession`, which names the file in the archive.
 */
export function readSaz(files: readonly ArchiveFile[]): ForeignRecording {
  const sessions = sessionsIn(files);
  const left: LeftOut = { tunnels: 0, answers: [], requests: [] };
  const unpack = createUnpacker();
  const entries = sessions.flatMap((session) => readSession(session, left, unpack));
  if (entries.length === 0) throw new UnreadableSession(whyNothing(sessions.length, left));
  return { har: { log: { entries } }, notes: notesOf(left) };
}

function sessionsIn(files: readonly ArchiveFile[]): SazSession[] {
  const sessions = new Map<number, SazSession>();
  for (const file of files) {
    const [, digits, message, metadata] = sessionFile.exec(file.name) ?? [];
    if (digits === undefined) continue;
    const number = Number(digits);
    const part = (message ?? metadata ?? '').toLowerCase();
    const session = sessions.get(number) ?? { number };
    if (part in session) throw new UnreadableSession(`the archive has two files for ${file.name}`);
    sessions.set(number, { ...session, [part]: file });
  }
  return [...sessions.values()].sort((a, b) => a.number - b.number);
}

function readSession({ c, s, m }: SazSession, left: LeftOut, unpack: Unpacker): HarEntry[] {
  if (!c || c.bytes.length === 0) {
    left.requests.push(`${(s ?? m ?? c)?.name ?? ''} has no request beside it`);
    return [];
  }
  const request = readRawRequest(Buffer.from(c.bytes));
  if (typeof request === 'string') {
    left.requests.push(`${c.name} ${request}`);
    return [];
  }
  if (request.method === 'CONNECT') {
    left.tunnels += 1;
    return [];
  }
  const metadata = readSazMetadata(m);
  const url = urlOf(request, metadata);
  if (url === undefined) {
    left.requests.push(`${c.name} names no absolute URL, and nothing tells whether it was HTTPS`);
    return [];
  }
  const answer = s ? answerOf(s, request.method, metadata, unpack) : `${c.name} has no answer beside it`;
  const response = typeof answer === 'string' ? unrecorded : answer;
  if (typeof answer === 'string') left.answers.push(answer);
  const started = metadata.startedAt ?? dateOf(response);
  if (started === undefined) {
    const files = `${m?.name ?? 'its metadata file'} has no ClientBeginRequest with a time zone`;
    throw new UnreadableSession(`${c.name} has no time: ${files}, and the answer no Date`);
  }
  const { durationMs, connection } = metadata;
  return [
    {
      startedDateTime: started,
      ...(durationMs === undefined ? {} : { time: durationMs }),
      request: writeRequest(request, url),
      response,
      ...(connection === undefined ? {} : { connection }),
    },
  ];
}

/** Fiddler writes absolute URLs; a path and Host are enough where the metadata says that it was HTTPS. */
function urlOf({ target, headers }: RawRequest, { isHttps }: SazMetadata): string | undefined {
  if (/^https?:\/\//i.test(target)) return URL.canParse(target) ? target : undefined;
  const url = `https://${valueOf(headers, 'host')}${target}`;
  return isHttps && target.startsWith('/') && URL.canParse(url) ? url : undefined;
}

function writeRequest({ method, httpVersion, headers, body }: RawRequest, url: string): HarRequest {
  const { text, isBase64 } = encodeBody(body);
  const postData = { mimeType: mimeTypeOf(headers), text, ...(isBase64 ? { _encoding: 'base64' } : {}) };
  return { method, url, httpVersion, headers: headers.map(writePair), ...(body.length === 0 ? {} : { postData }) };
}

/** In a HAR, an exchange whose answer the recording lacks. */
const unrecorded: HarResponse = { status: 0 };

/** The answer, or why the recording has none of the server: a sentence without its full stop. */
function answerOf(
  { name, bytes }: ArchiveFile,
  method: string,
  metadata: SazMetadata,
  unpack: Unpacker,
): HarResponse | string {
  if (bytes.length === 0) return `${name} is empty`;
  if (metadata.isOfFiddler) return `${name} is an answer of Fiddler itself, not of the server`;
  const read = readRawResponse(Buffer.from(bytes), { method, closed: true });
  if (read.kind === 'unreadable') return `${name} cannot be read: ${read.message.replace(/\.$/, '')}`;
  const { response } = read;
  if (!response) return `${name} ends inside its header fields`;
  const announced = Math.max(
    response.framing?.bodyBytes ?? 0,
    Number(valueOf(response.headers, 'content-length')) || 0,
  );
  if (read.kind === 'partial' || metadata.isBodyDropped) return lacking(response, announced);
  const body = unpack(response.headers, response.body);
  return body ? writeResponse(response, body) : lacking(response, announced);
}

function head({ status, statusText, httpVersion, headers }: HttpResponse): HarResponse {
  return { status, statusText, httpVersion, headers: headers.map(writePair) };
}

/** The reader of a HAR takes a body for left out whose size is noted without a text. */
function lacking(response: HttpResponse, size: number): HarResponse {
  return { ...head(response), bodySize: -1, content: { size: Math.max(1, size) } };
}

function writeResponse(response: HttpResponse, body: Uint8Array): HarResponse {
  const { text, isBase64 } = encodeBody(body);
  const mimeType = mimeTypeOf(response.headers);
  return {
    ...head(response),
    bodySize: response.framing?.bodyBytes ?? -1,
    content: { size: body.length, mimeType, text, ...(isBase64 ? { encoding: 'base64' } : {}) },
  };
}

function dateOf({ headers }: HarResponse): string | undefined {
  const date = headers?.find(({ name }) => name.toLowerCase() === 'date')?.value ?? '';
  return Number.isNaN(Date.parse(date)) ? undefined : new Date(date).toISOString();
}

const decryption = 'switch on the decryption of HTTPS in Fiddler before you record';

function whyNothing(sessions: number, { tunnels, requests }: LeftOut): string {
  if (sessions === 0) return 'the archive has no sessions: it has no file raw/N_c.txt';
  if (tunnels === sessions) return `the archive has only CONNECT tunnels, whose content is encrypted: ${decryption}`;
  return `no session of the archive can be read: ${requests[0] ?? ''}`;
}

/** How many files a note names. */
const mostNamed = 3;

function notesOf({ tunnels, answers, requests }: LeftOut): string[] {
  const listed = (what: string, all: readonly string[]): string[] => {
    if (all.length === 0) return [];
    const more = all.length > mostNamed ? `; and ${all.length - mostNamed} more` : '';
    return [`${what}: ${all.slice(0, mostNamed).join('; ')}${more}`];
  };
  return [
    ...(tunnels === 0
      ? []
      : [
          `${tunnels} CONNECT ${tunnels === 1 ? 'tunnel is' : 'tunnels are'} left out; if the server is not in the report, ${decryption}`,
        ]),
    ...listed('requests that are left out', requests),
    ...listed('answers that the recording lacks', answers),
  ];
}
