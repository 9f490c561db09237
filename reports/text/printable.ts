const unprintable = /\r\n|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFDD0-\uFDEF\uFFFE\uFFFF]/gu;
const kept = new Set(['\t', '\n']);

/**
 * Makes the text of a target safe to show anywhere. It replaces characters that XML or HTML forbid, that control a terminal, or that
 * hide or reorder text, by their code point, such as `[U+202E]`. Tab and line feed stay; CR LF becomes a line feed.
 */
export function printable(text: string): string {
  return text.replace(unprintable, (found) => {
    if (found === '\r\n') return '\n';
    return kept.has(found) ? found : codePoint(found);
  });
}

/** The same on one line: each run of white space becomes one space. */
export function oneLine(text: string): string {
  return printable(text).replace(/\s+/gu, ' ').trim();
}

function codePoint(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}
