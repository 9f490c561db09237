const alphabet = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Whether the text is base64 to the letter: no white space, right padding (RFC 4648 section 4). The empty text is not. */
export function isBase64(text: string): boolean {
  return text !== '' && alphabet.test(text);
}

/** The bytes of base64 text, white space anywhere allowed; `undefined` where it is something else. */
export function decodeBase64(text: string): Buffer | undefined {
  const compact = text.replace(/[ \t\r\n]+/g, '');
  return isBase64(compact) ? Buffer.from(compact, 'base64') : undefined;
}
