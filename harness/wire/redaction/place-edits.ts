import type { SecretPlace } from './secret-place.ts';
import type { TextEdit } from './text-edit.ts';

/** Of places that overlap, the one that begins first, and then the longer one. */
export function withoutOverlaps(places: readonly SecretPlace[]): SecretPlace[] {
  let end = 0;
  return [...places]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((place) => {
      if (place.start < end) return false;
      end = place.end;
      return true;
    });
}

/** White space around a secret stays where it is. */
export function placeEdit(text: string, { start, end }: SecretPlace, placeholder: string): TextEdit {
  const written = text.slice(start, end);
  const lead = written.length - written.trimStart().length;
  const trail = written.length - written.trimEnd().length;
  if (placeholder === '') return { start, end: start, text: '' };
  return { start: start + lead, end: Math.max(start + lead, end - trail), text: placeholder };
}
