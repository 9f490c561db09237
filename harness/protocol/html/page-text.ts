/** Bytes of the longest page that is read: a parser takes much longer for a page that is made to be slow. */
const longestPage = 262_144;

/** The charset of a page, and its text. */
export interface PageText {
  readonly text: string;
  /** As an encoding label of WHATWG, in lower case. */
  readonly charset: string;
}

/** Reads the bytes of a page: a byte order mark decides, then the Content-Type, then a `meta` in the first 1024 bytes. Default: windows-1252. */
export function readPageText(body: Uint8Array, contentType: string | undefined): PageText {
  const bytes = body.subarray(0, longestPage);
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const named =
    markOf(bytes) ?? charsetIn(contentType ?? '') ?? charsetIn(/<meta[^>]*charset[^>]*>/i.exec(head)?.[0] ?? '');
  const decoder = decoderFor(named ?? '') ?? new TextDecoder('windows-1252');
  return { text: decoder.decode(bytes), charset: decoder.encoding };
}

function markOf(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : undefined;
}

function charsetIn(text: string): string | undefined {
  return /charset\s*=\s*["']?([\w.:-]+)/i.exec(text)?.[1];
}

function decoderFor(label: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    return label === '' ? undefined : new TextDecoder(label);
  } catch {
    return undefined;
  }
}
