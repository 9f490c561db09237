import type { Behaviour, Family } from './behaviour.ts';

/** The comments between which `docs/security.md` holds the table. */
const tableMarks = [
  '<!-- table: written by `npm run generate` from harness/testing/hostile -->',
  '<!-- /table -->',
] as const;

/** The page with its table renewed; throws where the page has no place for one. Markdown, to be formatted. */
export function withTable(page: string, families: readonly Family[]): string {
  const [start, end] = tableMarks;
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from === -1 || to < from) throw new Error(`the page lacks "${start}", and "${end}" below it`);
  return `${page.slice(0, from)}${start}\n\n${families.map(section).join('\n')}\n${page.slice(to)}`;
}

function section({ title, subject, rows }: Family): string {
  const lines = rows.map((row) => `| ${cell(row.name)} | ${cell(held(row))} | ${row.cost ?? 'light'} |`);
  return [`### ${title}`, '', `| ${cell(subject)} … | what holds | cost |`, '| --- | --- | --- |', ...lines, ''].join(
    '\n',
  );
}

const meanings: Readonly<Record<number, string>> = {
  0: 'valid, or conformant',
  1: 'a finding',
  2: 'refused, with the reason',
  3: 'incomplete',
  4: 'not reached',
};

/** The part of a row that is its own; what holds of every row stands above the table. */
function held({ holds: { exit, says, fails, keeps } }: Behaviour): string {
  return [
    ...(exit === undefined ? [] : [`exit ${exit} (${meanings[exit] ?? ''})`]),
    ...(fails === undefined ? [] : [`fails ${fails.map((id) => `\`${id}\``).join(', ')}`]),
    ...(says === undefined ? [] : [`says "${says}"`]),
    ...(keeps === undefined ? [] : [`keeps at most ${keeps / 1_000_000} MB`]),
  ].join('; ');
}

function cell(text: string): string {
  return text.replace(/[|<>*_]/g, '\\$&');
}
