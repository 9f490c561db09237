import { latin1Names } from './entity-names.ts';

const marks = [
  { opening: Buffer.from('<!--'), closing: Buffer.from('-->') },
  { opening: Buffer.from('<?'), closing: Buffer.from('?>') },
  { opening: Buffer.from('<![CDATA['), closing: undefined },
  { opening: Buffer.from(']]>'), closing: undefined },
] as const;

const named = new Map<string, number>([
  ...latin1Names.map((name, index) => [name, 0xa0 + index] as const),
  ['amp', 0x26],
  ['lt', 0x3c],
  ['gt', 0x3e],
  ['quot', 0x22],
  ['apos', 0x27],
]);
const controls: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };
const [tab, lineFeed, carriageReturn, less, closing] = [9, 10, 13, 0x3c, 0x5d];
const [and, percent, backslash, equals, hash] = [0x26, 0x25, 0x5c, 0x3d, 0x23];
/** Which bytes may begin what is removed or replaced. */
const special = new Uint8Array(256);
for (const byte of [0, less, closing, and, percent, backslash, equals]) special[byte] = 1;

/** What stands in place of an escape: a code point, or a byte as it is; nothing for what is removed. */
interface Reading {
  readonly end: number;
  readonly code?: number;
  readonly isByte?: boolean;
}

/**
 * Removes one level of escaping of every sort at once: entities, percent-encoding, escapes of JSON, quoted-printable, and zero bytes;
 * with `dropsMarks` also comments, processing instructions and the borders of CDATA. The input itself where there is nothing of this. Takes
 * time in proportion to the bytes.
 */
export function unescapeBytes(input: Buffer, dropsMarks: boolean): Buffer {
  const ends = marks.map(() => ({ from: Infinity, end: -1 }));
  let output: Buffer | undefined;
  let [size, copied] = [0, 0];
  for (let at = 0; ;) {
    while (at < input.length && special[input[at] ?? 0] === 0) at += 1;
    if (at === input.length) break;
    const reading = readAt(input, at, input[at] ?? 0, dropsMarks ? ends : undefined);
    if (!reading) {
      at += 1;
      continue;
    }
    output ??= Buffer.allocUnsafe(input.length);
    size += input.copy(output, size, copied, at);
    at = copied = reading.end;
    if (reading.code === undefined) continue;
    size += reading.isByte ? output.writeUInt8(reading.code, size) - size : writeUtf8(output, reading.code, size);
  }
  if (!output) return input;
  size += input.copy(output, size, copied);
  return output.subarray(0, size);
}

function readAt(input: Buffer, at: number, byte: number, ends: MarkEnds | undefined): Reading | undefined {
  if (byte === 0) return { end: at + 1 };
  if (byte === less || byte === closing) return ends && readMark(input, at, ends);
  if (byte === and) return readEntity(input, at);
  if (byte === backslash) return readJson(input, at);
  if (byte === equals) {
    const line = input[at + 1] === carriageReturn ? at + 2 : at + 1;
    if (input[line] === lineFeed) return { end: line + 1 };
  }
  const code = hexAt(input, at + 1, 2);
  return code === undefined ? undefined : { end: at + 3, code, isByte: true };
}

type MarkEnds = { from: number; end: number }[];

/** The end of each sort is looked for once, however many beginnings have none. */
function readMark(input: Buffer, at: number, ends: MarkEnds): Reading | undefined {
  const index = marks.findIndex(({ opening }) => startsAt(input, at, opening));
  const [mark, known] = [marks[index], ends[index]];
  if (!mark || !known) return undefined;
  const from = at + mark.opening.length;
  if (!mark.closing) return { end: from };
  const isKnown = from >= known.from && (known.end === -1 || from <= known.end);
  if (!isKnown) Object.assign(known, { from, end: input.indexOf(mark.closing, from) });
  return known.end === -1 ? undefined : { end: known.end + mark.closing.length };
}

function startsAt(input: Buffer, at: number, wanted: Buffer): boolean {
  for (let index = 0; index < wanted.length; index += 1) if (input[at + index] !== wanted[index]) return false;
  return true;
}

/** Zeros may stand before a number, as many as one likes; the semicolon may be missing behind it. */
function readEntity(input: Buffer, at: number): Reading | undefined {
  if (input[at + 1] !== hash) return readNamed(input, at);
  const isHex = ((input[at + 2] ?? 0) | 0x20) === 0x78;
  const start = at + (isHex ? 3 : 2);
  let end = start;
  let code = 0;
  for (let digit = digitAt(input, end, isHex); digit !== undefined; digit = digitAt(input, end, isHex)) {
    code = Math.min(code * (isHex ? 16 : 10) + digit, 0x110000);
    end += 1;
  }
  if (end === start || code === 0 || code > 0x10ffff) return undefined;
  return { end: input[end] === 0x3b ? end + 1 : end, code };
}

function readNamed(input: Buffer, at: number): Reading | undefined {
  const end = input.subarray(at + 1, at + 10).indexOf(0x3b);
  const code = end === -1 ? undefined : named.get(input.toString('latin1', at + 1, at + 1 + end));
  return code === undefined ? undefined : { end: at + end + 2, code };
}

function readJson(input: Buffer, at: number): Reading | undefined {
  const next = String.fromCharCode(input[at + 1] ?? 0);
  if (next === 'x') {
    const code = hexAt(input, at + 2, 2);
    return code === undefined ? undefined : { end: at + 4, code, isByte: true };
  }
  if (next === 'u') return readUnit(input, at);
  const code = controls[next] ?? (/["'\\/&<>=%;]/.test(next) ? next.charCodeAt(0) : undefined);
  return code === undefined ? undefined : { end: at + 2, code };
}

function readUnit(input: Buffer, at: number): Reading | undefined {
  const code = hexAt(input, at + 2, 4);
  if (code === undefined) return undefined;
  const isPair = code >= 0xd800 && code < 0xdc00 && input[at + 6] === backslash && input[at + 7] === 0x75;
  const low = isPair ? hexAt(input, at + 8, 4) : undefined;
  if (low === undefined || low < 0xdc00 || low > 0xdfff) return { end: at + 6, code };
  return { end: at + 12, code: 0x10000 + (code - 0xd800) * 0x400 + low - 0xdc00 };
}

function hexAt(input: Buffer, at: number, count: number): number | undefined {
  let code = 0;
  for (let index = at; index < at + count; index += 1) {
    const digit = digitAt(input, index, true);
    if (digit === undefined) return undefined;
    code = code * 16 + digit;
  }
  return code;
}

function digitAt(input: Buffer, at: number, isHex: boolean): number | undefined {
  const byte = input[at] ?? tab;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return isHex && letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : undefined;
}

/** No escape is shorter than the UTF-8 of what it stands for. */
function writeUtf8(output: Buffer, code: number, at: number): number {
  return code < 0x80 ? output.writeUInt8(code, at) - at : output.write(String.fromCodePoint(code), at, 'utf8');
}
