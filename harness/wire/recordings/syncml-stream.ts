import type { HarEntry } from '../har/har-format.ts';
import { UnreadableSession } from '../har/unreadable-session.ts';
import type { ForeignRecording } from './recording.ts';
import { splitStream, type StreamPiece } from './split-stream.ts';

/** Whether a text is what a viewer of SyncML saves, or another text with whole messages in it, and no HAR. */
export function isSyncmlStream(text: string): boolean {
  return !/^\s*[{[]/.test(text) && /<(?:[\w.-]{1,64}:)?SyncML[\s>]/.test(text);
}

/** What the header of a message says, read from its text, because a message may have been cut. */
interface Message extends StreamPiece {
  readonly target: string;
  readonly source: string;
  readonly session: string;
}

/** No recording of a viewer has a time that can be relied on; no check of messages needs one. */
const unknownTime = new Date(0).toISOString();

/**
 * The messages of a management session as exchanges without HTTP: a message of the device, and the message of the server that follows it.
 * Throws `UnreadableSession` where there is no such pair.
 */
export function readSyncmlStream(text: string): ForeignRecording {
  const entries: HarEntry[] = [];
  const lone: number[] = [];
  const waiting: Message[] = [];
  let cut = 0;
  for (const piece of splitStream(text)) {
    const message = read(piece);
    if (!piece.isWhole) cut += 1;
    const asked = isOfServer(message) ? takeAsked(waiting, message.session) : undefined;
    if (asked) entries.push(entryOf(asked, message));
    else if (isOfDevice(message)) waiting.push(message);
    else lone.push(piece.line);
  }
  if (entries.length === 0) throw new UnreadableSession(whyNothing(waiting.length, lone));
  return { har: { log: { entries } }, notes: notesOf(waiting, lone, cut) };

  function isOfServer(message: Message): boolean {
    // An address of the server may be wrong, which is for a check to say: what follows a message of a device is its answer.
    return isUrl(message.source) || (waiting.length > 0 && !isOfDevice(message));
  }
}

/** A device writes to a URL, and names itself by something else. */
function isOfDevice({ target, source }: Message): boolean {
  return isUrl(target) && !isUrl(source);
}

function isUrl(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

/** How many messages of a device may come before the answer to the first of them. */
const mostWaiting = 16;

/** The message that is answered: of the same session, since two servers may manage a device, else the last one. */
function takeAsked(waiting: Message[], session: string): Message | undefined {
  const first = Math.max(0, waiting.length - mostWaiting);
  const same = waiting.slice(first).findLastIndex((one) => one.session === session);
  return waiting.splice(same === -1 ? waiting.length - 1 : first + same, 1)[0];
}

function read(piece: StreamPiece): Message {
  const [header = ''] = piece.text.split(/<\/(?:[\w.-]{1,64}:)?SyncHdr\s*>/, 1);
  return {
    ...piece,
    target: addressIn(header, 'Target'),
    source: addressIn(header, 'Source'),
    session: /<(?:[\w.-]{1,64}:)?SessionID>([^<]*)</.exec(header)?.[1]?.trim() ?? '',
  };
}

function addressIn(header: string, name: string): string {
  const start = new RegExp(`<(?:[\\w.-]{1,64}:)?${name}>`).exec(header);
  if (!start) return '';
  const address = /<(?:[\w.-]{1,64}:)?LocURI>([^<]*)</.exec(header.slice(start.index))?.[1] ?? '';
  return unescaped(address.trim());
}

const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (whole, name: string) => characters[name] ?? whole);
}

function entryOf(asked: Message, answer: Message): HarEntry {
  const size = Buffer.byteLength(answer.text);
  const partial = { status: 0, content: { size, text: answer.text } };
  const says = answer.isWhole
    ? 'The recording has this message without HTTP.'
    : 'The recording lacks the end of this message.';
  return {
    startedDateTime: unknownTime,
    request: { method: 'POST', url: asked.target, postData: { text: asked.text } },
    response: { status: 0, _error: says },
    comment: `lines ${asked.line} and ${answer.line} of the recording, which tells no time`,
    _mde: { facts: { secrets: [] }, wire: { reason: 'unrecorded', ...(answer.isWhole ? { partial } : {}) } },
  };
}

function whyNothing(asked: number, lone: readonly number[]): string {
  if (asked > 0) return 'no message of a device in it is followed by one of the server, so there is nothing to judge';
  const first = lone[0];
  const where = first === undefined ? '' : ` (the first one is in line ${first})`;
  return `its messages of SyncML have none of a device before them${where}; "validate" validates one message`;
}

function notesOf(waiting: readonly Message[], lone: readonly number[], cut: number): string[] {
  return [
    'it holds messages without HTTP, so that what they say is judged, and not their status, header fields, TLS or time',
    ...(waiting.length === 0
      ? []
      : [`messages of a device without an answer, in line ${listed(waiting)}, are left out`]),
    ...(lone.length === 0
      ? []
      : [`messages in line ${lone.slice(0, 5).join(', ')} are left out: no message of a device is before them`]),
    ...(cut === 0
      ? []
      : [
          `${cut} ${cut === 1 ? 'message is' : 'messages are'} cut (a viewer gets at most 64 KB of each), and not judged`,
        ]),
  ];
}

function listed(messages: readonly Message[]): string {
  return messages
    .slice(0, 5)
    .map(({ line }) => line)
    .join(', ');
}
