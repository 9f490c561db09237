import type { Attempt } from '../../protocol/device-log/attempts.ts';
import { shortMeaning } from '../../protocol/device-log/event-facts.ts';
import type { EventFacts } from '../../protocol/device-log/event-facts.ts';
import { mask } from '../../protocol/device-log/mask.ts';
import { formatHresult } from '../../protocol/faults/hresult.ts';
import { oneLine } from '../../../reports/text/printable.ts';

/** One row of a time line. */
export interface TimeRow {
  /** Milliseconds; missing where the log has no time. */
  readonly at?: number;
  /** `event 52`, `exchange 3`. */
  readonly source: string;
  readonly text: string;
  /** How many like it follow each other. */
  readonly times: number;
}

/** Characters of the own text of a record that are shown. */
const longestText = 160;

/** Steps whose own text says the same as their meaning. */
const plainSteps: readonly number[] = [4, 6, 8, 10, 16, 54, 58, 72, 75, 200, 202, 205];

/** The rows of records: what each means, and what it holds. Like ones that follow each other become one. */
export function rowsOf(facts: readonly EventFacts[]): readonly TimeRow[] {
  return joined(facts.filter(isTold).map(rowOf));
}

/** An event of another part of Windows that has no code is left out. */
export function isTold({ event, codes, isMdm }: EventFacts): boolean {
  return event !== undefined || codes.length > 0 || isMdm;
}

export function joined(rows: readonly TimeRow[]): readonly TimeRow[] {
  const all: TimeRow[] = [];
  for (const row of rows) {
    const last = all.at(-1);
    if (last?.source === row.source && last.text === row.text)
      all.splice(-1, 1, { ...last, times: last.times + row.times });
    else all.push(row);
  }
  return all;
}

function rowOf({ entry, event, said, codes }: EventFacts): TimeRow {
  const { time, eventId, text, values } = entry;
  const own = said
    ? [said.subcode, said.reason].filter(Boolean).join(': ')
    : text || values.map((value) => value.text).join(', ');
  const shown = event !== undefined && codes.length === 0 && plainSteps.includes(event.id) ? '' : clipped(mask(own));
  const missing = codes.map(formatHresult).filter((code) => !shown.toLowerCase().includes(code.toLowerCase()));
  const detail = [shown, ...missing].filter(Boolean).join('; ');
  return {
    ...(time === undefined ? {} : { at: time.at }),
    source: eventId === undefined ? 'text' : `event ${eventId}`,
    text: event === undefined ? detail : `${shortMeaning(event)}${detail === '' ? '' : ` [${detail}]`}`,
    times: 1,
  };
}

function clipped(text: string): string {
  const line = oneLine(text.slice(0, 4 * longestText));
  return line.length > longestText ? `${line.slice(0, longestText - 1)}…` : line;
}

/** `2026-11-29 17:08:05`. */
function timeText(at: number | undefined): string {
  return at === undefined ? ''.padEnd(19) : new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}

/** The lines of a time line; of a long one, the first and the last, and `more` between. */
export function timeLines(rows: readonly TimeRow[], most: number): readonly string[] {
  const head = Math.floor(most / 3);
  const shown = rows.length <= most ? rows : [...rows.slice(0, head), ...rows.slice(head - most)];
  const width = Math.max(0, ...shown.map(({ source }) => source.length));
  const lines = shown.map(
    ({ at, source, text, times }) =>
      `  ${timeText(at)}  ${source.padEnd(width)}  ${text}${times > 1 ? ` (${times} times)` : ''}`,
  );
  if (rows.length <= most) return lines;
  lines.splice(head, 0, `  … ${rows.length - most} more`);
  return lines;
}

/** One attempt in a line. */
export function attemptLine({ facts }: Attempt): string {
  const [first] = facts;
  const last = facts.findLast(({ event, isMdm }) => isMdm && event !== undefined);
  const code = last?.result === undefined ? '' : `, ${formatHresult(last.result)}`;
  const ended = last?.event ? `event ${last.event.id} (${shortMeaning(last.event)}${code})` : `${facts.length} records`;
  return `  ${timeText(first?.entry.time?.at)}  ${ended}`;
}
