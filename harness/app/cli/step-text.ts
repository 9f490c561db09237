import pc from 'picocolors';
import { paragraph, wrapAt } from '../../../reports/console/wrap.ts';
import { stepNames } from '../doctor/step.ts';
import type { Step } from '../doctor/step.ts';
import type { Io } from './io.ts';

const signs = { ok: '✓', problem: '✗', skipped: '-' } as const;
const nameColumns = 16;

/** Writes one step of `doctor` as text: its sign, its name, what was found, and below a problem what to do. */
export function stepWriter({ colour, width }: Io): (step: Step) => string {
  const colours = pc.createColors(colour);
  const paint = { ok: colours.green, problem: colours.red, skipped: colours.dim } as const;
  const columns = Math.min(Math.max(width || 100, 60), 120);
  const wrap = wrapAt(columns);
  const indent = ' '.repeat(nameColumns + 4);
  return ({ id, status, says, notes, problems }) => {
    const said = status === 'skipped' ? `skipped: ${says}` : says;
    const first = problems.length > 0 ? [] : [paragraph(said, indent, wrap)];
    const lines = [
      ...first,
      ...problems.flatMap(({ owner, what, remedy }) => [
        paragraph(`${owner}: ${what}`, indent, wrap),
        paragraph(remedy, indent, wrap, '→'),
      ]),
      ...notes.map((note) => paragraph(note, indent, wrap, '!')),
    ];
    const text = lines.join('\n').slice(indent.length);
    return `  ${paint[status](signs[status])} ${stepNames[id].padEnd(nameColumns)}${status === 'skipped' ? colours.dim(text) : text}\n`;
  };
}
