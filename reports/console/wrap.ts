import type pc from 'picocolors';
import { oneLine } from '../text/printable.ts';

/** Breaks text into lines of at most the given columns; a longer word stays in one piece, so that people can copy it. */
export type Wrap = (text: string, indent: number) => string[];

/** What a summary is written on. */
export interface Paper {
  readonly colours: ReturnType<typeof pc.createColors>;
  readonly wrap: Wrap;
  readonly columns: number;
  readonly verbose: boolean;
}

export function wrapAt(columns: number): Wrap {
  return (text, indent) => {
    const lines: string[] = [];
    let line = '';
    for (const word of text.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && longer.length > columns - indent) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return [...lines, line];
  };
}

/** One line of at most so many columns; what does not fit is left out, which three dots say. */
export function cut(text: string, columns: number): string {
  const line = oneLine(text);
  return line.length <= columns ? line : `${line.slice(0, columns - 1).trimEnd()}…`;
}

/** Text after an indent and an optional sign; the next lines align with the first word. */
export function paragraph(
  text: string,
  indent: string,
  wrap: Wrap,
  sign?: string,
  paint: (text: string) => string = (plain) => plain,
): string {
  const hanging = sign === undefined ? indent : `${indent}  `;
  const first = sign === undefined ? indent : `${indent}${sign} `;
  return wrap(oneLine(text), hanging.length)
    .map((line, index) => `${index === 0 ? first : hanging}${paint(line)}`)
    .join('\n');
}

/** A named fact below a paragraph; the facts of a paragraph align. */
export function field(name: string, text: string, wrap: Wrap): string {
  const margin = 12;
  return wrap(oneLine(text), margin)
    .map((line, index) => `${(index === 0 ? `    ${name}` : '').padEnd(margin)}${line}`)
    .join('\n');
}
