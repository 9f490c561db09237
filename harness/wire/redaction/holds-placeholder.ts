import { textInBase64 } from './base64-text.ts';

const placeholder = /redacted-[a-z]+-\d/;
const base64 = /[A-Za-z0-9+/]{32,}={0,2}/g;
/** How deep base64 inside base64 is looked into. */
const deepest = 3;

/** Whether a secret was replaced in a text or in base64 in it, so that the text no longer has the length that it had. */
export function holdsPlaceholder(text: string, depth = deepest): boolean {
  if (placeholder.test(text)) return true;
  if (depth === 0) return false;
  return [...text.matchAll(base64)].some(([run]) => holdsPlaceholder(textInBase64(run) ?? '', depth - 1));
}
