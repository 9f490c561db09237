import { isBase64 } from '../../wire/redaction/base64-text.ts';

/** The bytes of base64 text, which may have white space anywhere; undefined for other text. */
export function decodeBase64(text: string): Buffer | undefined {
  const compact = text.replace(/[ \t\r\n]+/g, '');
  return isBase64(compact) ? Buffer.from(compact, 'base64') : undefined;
}
