/** Groups of four would be a repeated group, for which the engine runs out of stack on long texts. */
const alphabet = /^[A-Za-z0-9+/]*={0,2}$/;

/** Whether the text is base64 to the letter, without white space (RFC 4648 section 4). The empty text is not. */
export function isBase64(text: string): boolean {
  return text !== '' && text.length % 4 === 0 && alphabet.test(text);
}

/** The text that base64 stands for, where it stands for UTF-8 text; white space in it is allowed. */
export function textInBase64(base64: string): string | undefined {
  const compact = base64.replace(/\s+/g, '');
  if (!isBase64(compact)) return undefined;
  const bytes = Buffer.from(compact, 'base64');
  const text = bytes.toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytes) ? text : undefined;
}
