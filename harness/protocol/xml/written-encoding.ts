/** The encoding in which bytes are written, as their first characters show it (XML 1.0 appendix F). */
export function writtenEncoding(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (isTag(first) && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && isTag(second))) return 'utf-16be';
  return 'utf-8';
}

function isTag(byte: number | undefined): boolean {
  return byte === 0x3c;
}
