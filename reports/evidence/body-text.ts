import { indentXml } from './indent-xml.ts';

/** A body as text for people. `notes` say how it differs from the bytes. */
export interface BodyText {
  readonly text: string;
  readonly notes: readonly string[];
}

/** Decodes a body: UTF-8, or UTF-16 with its byte order mark. Bytes that are not text become a hexadecimal excerpt. */
export function bodyText(body: Uint8Array): BodyText {
  const [first, second] = body;
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder('utf-16le').decode(body), notes: [utf16] };
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder('utf-16be').decode(body), notes: [utf16] };
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(body);
  if (isBinary(text))
    return {
      text: hexadecimal(body.subarray(0, 256)),
      notes: ['This body is not text; its first bytes are shown in hexadecimal.'],
    };
  return { text, notes: isUtf8(body) ? [] : ['Not valid UTF-8; unreadable bytes are shown as \uFFFD.'] };
}

/** Indents XML that was sent in long lines, and notes it. */
export function readable({ text, notes }: BodyText): BodyText {
  const indented = indentXml(text);
  return indented === text ? { text, notes } : { text: indented, notes: [...notes, 'Line breaks added for reading.'] };
}

/** Cuts text to a number of characters, and notes it. */
export function cut({ text, notes }: BodyText, limit: number): BodyText {
  if (text.length <= limit) return { text, notes };
  const kept = text.slice(0, limit).replace(/[\uD800-\uDBFF]$/, '');
  return {
    text: kept,
    notes: [...notes, `Cut here: ${text.length - kept.length} more characters are in session.har.`],
  };
}

/** More than a tenth of it is no text. It keeps no list: a body may be full of line ends, or of what is none. */
function isBinary(text: string): boolean {
  const unreadable = /(?!\s)[\p{Cc}\uFFFD]/gu;
  for (let most = text.length / 10; most >= 0; most -= 1) if (!unreadable.test(text)) return false;
  return true;
}

function isUtf8(body: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(body);
    return true;
  } catch {
    return false;
  }
}

function hexadecimal(bytes: Uint8Array): string {
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'));
  const rows = Array.from({ length: Math.ceil(digits.length / 16) }, (_, row) => digits.slice(row * 16, row * 16 + 16));
  return rows.map((row) => row.join(' ')).join('\n');
}

const utf16 = 'Sent as UTF-16.';
