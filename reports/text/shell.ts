import { printable } from './printable.ts';

/** A word for a POSIX shell: quoted where it has other characters than those of names and addresses. */
export function shellWord(text: string): string {
  const shown = printable(text).replaceAll('\n', ' ');
  return /^[\w@%+=:,./-]+$/.test(shown) ? shown : `'${shown.replaceAll("'", String.raw`'\''`)}'`;
}

/** The words of a command line that `shellWord` wrote, as they are written. */
export function shellWords(line: string): readonly string[] {
  return line.match(/(?:'[^']*'|\\.|[^\s'\\])+/gu) ?? [];
}
