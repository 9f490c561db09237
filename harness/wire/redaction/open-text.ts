/** A text that edits leave byte for byte as it was elsewhere: UTF-16 as such, all else one character for each byte. */
export function openText(bytes: Uint8Array): { readonly text: string; readonly encode: (text: string) => Buffer } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [first, second] = buffer;
  const isEven = buffer.length % 2 === 0;
  if (isEven && ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0))) {
    return { text: buffer.toString('utf16le'), encode: (text) => Buffer.from(text, 'utf16le') };
  }
  if (isEven && ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c))) {
    const text = Buffer.from(buffer).swap16().toString('utf16le');
    return { text, encode: (edited) => Buffer.from(edited, 'utf16le').swap16() };
  }
  return { text: buffer.toString('latin1'), encode: (text) => Buffer.from(text, 'latin1') };
}
