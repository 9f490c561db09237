import { createHash } from 'node:crypto';

/** A digest of a text, of bytes, or of plain data in this order of its keys, as 32 hexadecimal digits. */
export function digest(content: unknown): string {
  const bytes = typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content);
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}
