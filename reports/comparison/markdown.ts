import { oneLine } from '../text/printable.ts';
import type { PlainDocument, PlainSection } from './document.ts';

/** The document as Markdown of GitHub and GitLab. No text of a server becomes markup, a mention or a link to an issue. */
export function markdown({ title, lead, sections }: PlainDocument): string {
  return [
    `## ${escaped(title)}`,
    '',
    ...lead.map((line) => `- ${escaped(line)}`),
    ...sections.flatMap(section),
    '',
  ].join('\n');
}

function section({ title, columns, rows }: PlainSection): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`;
  return [
    '',
    `### ${escaped(title)}`,
    '',
    line(columns),
    `|${columns.map(() => ' --- |').join('')}`,
    ...rows.map(line),
  ];
}

/** Each sign that could begin something is a character reference, which no renderer reads as a sign. */
function escaped(text: string): string {
  return oneLine(text).replace(/[&<>|`*_~[\]\\@#!{}$:]/gu, (sign) => `&#${sign.codePointAt(0) ?? 0};`);
}
