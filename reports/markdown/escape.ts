import { oneLine } from '../text/printable.ts';

/**
 * A value as a code span, whatever is in it: nothing inside is markup, a link, a mention or a reference. Its fence is longer than any row of
 * backticks in it.
 */
export function code(value: string): string {
  const text = oneLine(value);
  if (text === '') return '(empty)';
  const longest = Math.max(0, ...(text.match(/`+/gu) ?? []).map((row) => row.length));
  const fence = '`'.repeat(longest + 1);
  const edge = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${edge}${text}${edge}${fence}`;
}

/**
 * A sentence as text: its punctuation is no markup. An invisible space keeps GitHub and GitLab from reading `@name`, `#12`, `!12` and `GH-12` as a
 * mention or a reference, and `:name:` as a picture.
 */
export function plain(value: string): string {
  return oneLine(value)
    .replace(/[\\`*_{}[\]<>#|~&$!@^]|:(?=\/)|(?<=\bwww)\./giu, (found) => `\\${found}`)
    .replace(/\\[@#!$&~](?=[\w/])|:(?=[\w+-]+:)/gu, (found) => `${found}&#8203;`)
    .replace(/\bGH-(?=\d)/giu, (found) => `${found}&#8203;`);
}

/** A code span inside a cell: a bar would end the cell. */
export function cell(value: string): string {
  return code(value).replaceAll('|', '\\|');
}
