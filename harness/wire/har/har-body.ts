import type { HarContent, HarPostData } from './har-format.ts';

/** A body for JSON: as text if reading it back gives the same bytes, else in base64. */
export function encodeBody(bytes: Uint8Array): { readonly text: string; readonly isBase64: boolean } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = buffer.toString('utf8');
  const isText = !text.startsWith('\uFEFF') && Buffer.from(text, 'utf8').equals(buffer);
  return isText ? { text, isBase64: false } : { text: buffer.toString('base64'), isBase64: true };
}

/** The bytes of a response body; undefined if the recording lacks them. */
export function decodeContent(content: HarContent | null | undefined): Uint8Array | undefined {
  const { text, encoding, size } = content ?? {};
  if (typeof text === 'string') return decode(text, encoding);
  return (size ?? 0) > 0 ? undefined : new Uint8Array();
}

/** The bytes of a request body; if it has no text, they are made of its form parameters. */
export function decodePostData(postData: HarPostData | null | undefined): Uint8Array {
  const { text, encoding, _encoding, params } = postData ?? {};
  if (typeof text === 'string' && (text !== '' || !params?.length)) return decode(text, _encoding ?? encoding);
  const pairs = (params ?? []).map(({ name, value }): [string, string] => [name, value ?? '']);
  return decode(new URLSearchParams(pairs).toString(), undefined);
}

function decode(text: string, encoding: string | null | undefined): Uint8Array {
  return new Uint8Array(Buffer.from(text, encoding?.toLowerCase() === 'base64' ? 'base64' : 'utf8'));
}
