import type { Io } from './io.ts';

/** The colours of our own texts, and what a terminal obeys or what hides and reorders text; tab and line feed stay. */
const obeyed = /\u001B\[(?:[012]|22|3[0-79])m|(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * Writes what a terminal would obey as `\u001B`, so that no text of a target, a file or a command line steers it. JSON stays the same
 * document. `hasColours` keeps the colours of our own texts.
 */
export function terminalText(text: string, hasColours: boolean): string {
  return text.replace(obeyed, (found) => {
    if (!/^\u001B./.test(found)) return escaped(found);
    return hasColours ? found : escaped(found.charAt(0)) + found.slice(1);
  });
}

/** The same means, with every text made safe: a command gets these and no others. */
export function safeIo(io: Io): Io {
  const { ask, colour } = io;
  return {
    ...io,
    out: (text) => {
      io.out(terminalText(text, colour));
    },
    err: (text) => {
      io.err(terminalText(text, false));
    },
    ...(ask ? { ask: (text, signal) => ask(terminalText(text, false), signal) } : {}),
  };
}

function escaped(found: string): string {
  return found
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join('');
}
