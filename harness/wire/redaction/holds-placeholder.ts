import { textInBase64 } from './base64-text.ts';

const placeholder = /redacted-[a-z]+-\d/;
/** Written so that millions of letters in a row need no more of the stack than a few. */
const base64 = /[A-Za-z0-9+/]{32}[A-Za-z0-9+/]*/g;
const padding = /={0,2}/y;
/** How deep base64 inside base64 is looked into. */
const deepest = 3;

/** Whether a secret was replaced in a text or in base64 in it, so that the text no longer has the length that it had. */
export function holdsPlaceholder(text: string, depth = deepest): boolean {
  if (placeholder.test(text)) return true;
  if (depth === 0) return false;
  return [...text.matchAll(base64)].some(({ 0: run, index }) => {
    padding.lastIndex = index + run.length;
    return holdsPlaceholder(textInBase64(`${run}${padding.exec(text)?.[0] ?? ''}`) ?? '', depth - 1);
  });
}
