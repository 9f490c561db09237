import { UsageError } from './usage-error.ts';

/** A sort of file that is no HAR. */
interface OtherFile {
  readonly is: (file: { readonly bytes: Buffer; readonly text: string }) => boolean;
  /** What it is and what to do, after the name of the file. */
  readonly says: string;
}

const startsWith =
  (...magic: readonly string[]): OtherFile['is'] =>
  ({ bytes }) =>
    magic.some((hex) => bytes.subarray(0, hex.length / 2).toString('hex') === hex);

const record =
  'record the exchange with Fiddler, mitmproxy or the developer tools of a browser, and export it as HAR 1.2';

const packets = (format: string): string =>
  `is a packet capture (${format}); TLS encrypts what it holds, so nobody can read the messages in it; ${record}`;

/** Most particular first. The numbers are those that each format begins with. */
const otherFiles: readonly OtherFile[] = [
  { is: ({ bytes }) => bytes.length === 0, says: `is empty; expected a HAR (JSON)` },
  { is: startsWith('1f8b'), says: 'is gzip-compressed; unpack it with gunzip' },
  {
    is: ({ text }) => /^\d{1,12}:\d{1,12}:/.test(text),
    says: 'is a file of mitmproxy flows; turn it into a HAR with "mitmdump -nr flows.mitm --set hardump=out.har", and audit that',
  },
  { is: startsWith('d4c3b2a1', 'a1b2c3d4', '4d3cb2a1', 'a1b23c4d'), says: packets('pcap') },
  { is: startsWith('0a0d0d0a'), says: packets('pcapng') },
  {
    is: startsWith(Buffer.from('ElfFile\0').toString('hex')),
    says: `is a Windows event log (.evtx), which holds no messages; ${record}`,
  },
  { is: ({ text }) => /^\s*(?:<!doctype html|<html)/i.test(text), says: `is an HTML page; expected a HAR (JSON)` },
  {
    is: ({ text }) => /^\s*</.test(text),
    says: 'is XML; expected a HAR (JSON); "validate" validates one message or provisioning document',
  },
  {
    is: ({ text }) => /^\s*\{\s*"schemaVersion"\s*:/.test(text),
    says: 'is the results of a run; audit the session.har beside it',
  },
  {
    is: ({ text }) => /^(?:#.*\n|\s*\n)*(?:url|email):/.test(text) || /^\s*\{\s*"(?:url|email)"\s*:/.test(text),
    says: 'is a target file; test its server with "run"',
  },
];

/** A JSON text with these first bytes is in UTF-16; Fiddler and tools of Windows write it. */
const encodings: readonly (readonly [begins: string, encoding: string])[] = [
  ['fffe', 'utf-16le'],
  ['7b00', 'utf-16le'],
  ['feff', 'utf-16be'],
  ['007b', 'utf-16be'],
];

/** The text of a file in UTF-8 or UTF-16. */
export function textOf(bytes: Buffer): string {
  const first = bytes.subarray(0, 2).toString('hex');
  const encoding = encodings.find(([begins]) => begins === first)?.[1] ?? 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/**
 * The text of a file that should be a HAR, in UTF-8 or UTF-16. Throws `UsageError` for a file of another sort: the message says what the
 * file is and what to do.
 */
export function recordingText(bytes: Buffer, name: string): string {
  const text = textOf(bytes);
  const other = otherFiles.find(({ is }) => is({ bytes, text: text.slice(0, 4096) }));
  if (other) throw new UsageError(`${name} ${other.says}`);
  return text;
}
