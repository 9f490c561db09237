import { oneLine } from '../text/printable.ts';
import type { PlainDocument, PlainSection } from './document.ts';

/** The document for a terminal: each row on one line, or with its last cells below it. */
export function plainText({ title, lead, sections }: PlainDocument): string {
  return [title, ...lead.map((line) => `  ${oneLine(line)}`), ...sections.flatMap(sectionLines), ''].join('\n');
}

/** Columns of a terminal; a longer row is broken. */
const widest = 100;

function sectionLines({ title, columns, rows }: PlainSection): readonly string[] {
  const cells = rows.map((row) => row.map(oneLine));
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => row[index]?.length ?? 0)));
  const isWide = widths.reduce((sum, width) => sum + width + 2, 2) > widest;
  return ['', title, ...(isWide ? cells.flatMap(brokenRow) : cells.map((row) => `  ${inColumns(row, widths)}`))];
}

function inColumns(row: readonly string[], widths: readonly number[]): string {
  return row
    .map((cell, index) => cell.padEnd(widths[index] ?? 0))
    .join('  ')
    .trimEnd();
}

/** The first two cells in a line, and each other one below them. */
function brokenRow([first = '', second = '', ...others]: readonly string[]): readonly string[] {
  return [`  ${first} ${second}`.trimEnd(), ...others.filter((cell) => cell !== '').map((cell) => `      ${cell}`)];
}
