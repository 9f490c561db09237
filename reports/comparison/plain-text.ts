import { oneLine } from '../text/printable.ts';
import type { PlainDocument, PlainSection } from './document.ts';

/** The document for a terminal: each row on one line, or with its last cells below it. */
export function plainText({ title, lead, sections }: PlainDocument): string {
  return [title, ...lead.map((line) => `  ${oneLine(line)}`), ...sections.flatMap(sectionLines), ''].join('\n');
}

/** Columns of a terminal; a longer row is broken. */
const widest = 100;

function sectionLines({ title, columns, rows, isMatrix }: PlainSection): readonly string[] {
  const cells = rows.map((row) => row.map(oneLine));
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => row[index]?.length ?? 0)));
  const isWide = widths.reduce((sum, width) => sum + width + 2, 2) > widest;
  if (isMatrix) return ['', title, ...cells.flatMap((row) => namedRow(row, columns))];
  return ['', title, ...(isWide ? cells.flatMap(brokenRow) : cells.map((row) => `  ${inColumns(row, widths)}`))];
}

function inColumns(row: readonly string[], widths: readonly number[]): string {
  return row
    .map((cell, index) => cell.padEnd(widths[index] ?? 0))
    .join('  ')
    .trimEnd();
}

/** The first two cells in a line, and below them in one line which columns have which value: each value once. */
function namedRow(
  [first = '', second = '', ...others]: readonly string[],
  columns: readonly string[],
): readonly string[] {
  const values = [...new Set(others)];
  const namesOf = (value: string): string =>
    columns
      .slice(2)
      .filter((_, index) => others[index] === value)
      .map(oneLine)
      .join(', ');
  return [`  ${first} ${second}`.trimEnd(), ...values.map((value) => `      ${value}: ${namesOf(value)}`)];
}

/** The first two cells in a line, and each other one below them. */
function brokenRow([first = '', second = '', ...others]: readonly string[]): readonly string[] {
  return [`  ${first} ${second}`.trimEnd(), ...others.filter((cell) => cell !== '').map((cell) => `      ${cell}`)];
}
