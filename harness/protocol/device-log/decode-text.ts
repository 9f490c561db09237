/** The text of a file, and how it was encoded. */
export interface DecodedText {
  readonly text: string;
  /** As an encoding label of WHATWG. */
  readonly encoding: string;
}

/** Bytes that are looked at to guess an encoding. */
const sample = 4096;

/**
 * Decodes a text file of Windows. A byte order mark decides; else NUL bytes at every second place mean UTF-16, as `>` of Windows PowerShell
 * and old exports write it; else it is UTF-8, and windows-1252 where it is no valid UTF-8. Never throws.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = markOf(bytes) ?? guessed(bytes);
  if (encoding !== undefined) return { text: new TextDecoder(encoding).decode(bytes), encoding };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}

/** Whether a decoded text is none: many of its first characters are no text. */
export function isBinary(text: string): boolean {
  const head = text.slice(0, sample);
  const strange = [...head.matchAll(/[\0-\u0008\u000E-\u001A\u001C-\u001F\uFFFD]/g)].length;
  return strange > 8 && strange * 20 > head.length;
}

function markOf([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : undefined;
}

function guessed(bytes: Uint8Array): string | undefined {
  const head = bytes.subarray(0, sample);
  if (head.length < 4) return undefined;
  const zeros = (parity: number): number => head.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  const [even, odd] = [zeros(0), zeros(1)];
  const many = head.length / 5;
  if (odd > many && even * 10 < odd) return 'utf-16le';
  return even > many && odd * 10 < even ? 'utf-16be' : undefined;
}
