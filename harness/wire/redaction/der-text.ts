/** Whether base64 text holds one DER sequence and nothing else, as a certificate or a certificate request does. */
export function isDerText(base64: string): boolean {
  return isDerSequence(Buffer.from(base64.replace(/&#(?:x0?[dDaA]|1[03]);|\s+/g, ''), 'base64'));
}

/** Whether bytes are one DER sequence to the end (X.690 section 8.1.3). */
export function isDerSequence(bytes: Buffer): boolean {
  const [tag, first = 0] = bytes;
  if (tag !== 0x30 || bytes.length < 4) return false;
  if (first < 0x80) return bytes.length === first + 2;
  const count = first & 0x7f;
  if (count === 0 || count > 4 || bytes.length < 2 + count) return false;
  return bytes.length === 2 + count + bytes.readUIntBE(2, count);
}
