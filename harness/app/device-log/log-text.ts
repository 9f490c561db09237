import path from 'node:path';
import type { Answer } from '../../protocol/device-log/answer.ts';
import type { EventFacts } from '../../protocol/device-log/event-facts.ts';
import type { DeviceLog } from '../../protocol/device-log/log-entry.ts';
import { mask } from '../../protocol/device-log/mask.ts';
import { deedsOf, phasesOf } from '../../protocol/device-log/phases.ts';
import type { LogVerdict } from '../../protocol/device-log/verdict.ts';
import { count } from '../../../reports/text/units.ts';
import { oneLine } from '../../../reports/text/printable.ts';
import { parties } from '../cli/commands/code-text.ts';
import { checksFor } from './checks-for.ts';
import { attemptLine, isTold, rowsOf, timeLines } from './time-line.ts';

/** Lines of a time line, of earlier attempts, and of what files say. */
const most = { rows: 40, attempts: 8, facts: 16 };

/** The first lines: why the device did not get in, the cause, who has to do what, and which checks test it. */
export function answerLines(answer: Answer): readonly string[] {
  const { headline, cause, who, remedy, notes } = answer;
  const acts = (who ?? []).map((party) => parties[party]).join(', or ');
  return [
    `${oneLine(headline)}.`,
    ...(cause === undefined ? [] : [row('Cause', cause)]),
    ...(remedy === undefined ? [] : [row('Do', `${acts}: ${remedy}`)]),
    ...(cause === undefined ? [] : [row('Tested by', testsOf(answer))]),
    ...notes.map((note) => row('Note', note)),
  ];
}

function testsOf(answer: Answer): string {
  const tests = checksFor(answer);
  if (tests.length > 0) return tests.join(', ');
  return 'no check of a server shows it';
}

function row(label: string, text: string): string {
  return `  ${label.padEnd(11)} ${oneLine(text)}`;
}

/** The whole text about logs; ends with a line break. */
export function logText(answer: Answer, verdict: LogVerdict, logs: readonly DeviceLog[]): string {
  const { attempt, attempts, facts } = verdict;
  const shown = attempt?.facts ?? facts;
  const rows = rowsOf(shown);
  const others = attempts.filter((other) => other !== attempt && other.facts.some(isTold));
  const blocks = [
    [...answerLines(answer), ...courseLines(shown)],
    ...(rows.length === 0 ? [] : [[`What happened (${zoneOf(verdict)}):`, ...timeLines(rows, most.rows)]]),
    ...(others.length === 0 || attempt === undefined
      ? []
      : [[`Beside it, ${count(others.length, 'other attempt')}:`, ...others.slice(-most.attempts).map(attemptLine)]]),
    ...factLines(logs),
    fileLines(logs),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** How far each phase came, and what the server did. */
function courseLines(facts: readonly EventFacts[]): readonly string[] {
  const phases = phasesOf(facts).map(({ phase, state }) => `${phase} ${state}`);
  const deeds = deedsOf(facts);
  return [
    ...(phases.length === 0 ? [] : [row('Phases', phases.join('; '))]),
    ...(deeds.length === 0 ? [] : [row('Server', deeds.join('; '))]),
  ];
}

/** Which clock the times are of. */
export function zoneOf({ facts }: Pick<LogVerdict, 'facts'>): string {
  const times = facts.flatMap(({ entry }) => entry.time ?? []);
  if (times.every(({ isZoned }) => isZoned)) return 'times in UTC';
  if (times.some(({ isZoned }) => isZoned)) return 'times in UTC, and some local to the device, as the files give them';
  return 'times local to the device: the export names no zone';
}

function factLines(logs: readonly DeviceLog[]): readonly (readonly string[])[] {
  return logs
    .filter(({ facts }) => facts.length > 0)
    .map(({ file, facts }) => [
      `${oneLine(path.basename(file))} says:`,
      ...facts.slice(0, most.facts).map((fact) => `  ${oneLine(mask(fact)).slice(0, 200)}`),
    ]);
}

function fileLines(logs: readonly DeviceLog[]): readonly string[] {
  return [
    'Read:',
    ...logs.flatMap(({ file, format, entries, notes, convert }) => [
      `  ${oneLine(path.basename(file))}: ${format}, ${count(entries.length, 'record')}`,
      ...[...(convert === undefined ? [] : [convert]), ...notes].map((note) => `    ${oneLine(note)}`),
    ]),
  ];
}
