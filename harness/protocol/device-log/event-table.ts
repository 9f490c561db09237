import { parse } from 'csv-parse/sync';
import { longestText, mostEntries } from './log-entry.ts';
import type { Found, FoundEntry } from './log-entry.ts';
import { readTime } from './read-time.ts';

/** Rows that are looked at to find the columns: the Event Viewer writes the headings in the language of the device. */
const sample = 40;

/** Characters of one row. */
const longestRow = 1024 * 1024;

/** Which column holds what. */
interface Columns {
  readonly time: number;
  readonly id: number;
  readonly provider: number;
  readonly message: number;
  readonly activity: number;
}

type Row = readonly string[];

/**
 * Reads records in columns: `Export-Csv`, and the CSV and the tab separated text of the Event Viewer. Headings in other languages are told by
 * what stands below them. Undefined where the text is no such table.
 */
export function readEventTable(text: string): Found | undefined {
  const body = text.replace(/^#TYPE [^\n]*\n/, '');
  const first = body.slice(0, longestRow).split('\n', 1)[0] ?? '';
  const delimiter = ['\t', ',', ';'].find((mark) => first.split(mark).length >= 4);
  if (delimiter === undefined) return undefined;
  const rows = rowsOf(body, delimiter);
  const [heading, ...records] = rows ?? [];
  const columns = heading && columnsOf(heading, records.slice(0, sample));
  if (!columns) return undefined;
  return { entries: records.slice(0, mostEntries).map((row) => entryOf(row, columns)) };
}

function rowsOf(text: string, delimiter: string): readonly Row[] | undefined {
  try {
    return parse(text, {
      delimiter,
      to: mostEntries + 1,
      max_record_size: longestRow,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
    });
  } catch {
    return undefined;
  }
}

function columnsOf(heading: Row, rows: readonly Row[]): Columns | undefined {
  const named = (...names: readonly RegExp[]): number => {
    const found = names.map((name) => heading.findIndex((cell) => name.test(cell.trim()))).find((index) => index >= 0);
    return found ?? -1;
  };
  const width = Math.max(heading.length, ...rows.map((row) => row.length));
  const like = (is: (cell: string) => boolean): number =>
    Array.from({ length: width }, (_, index) => index).find((index) => {
      const cells = rows.map((row) => row[index] ?? '').filter((cell) => cell !== '');
      return cells.length > 0 && cells.filter(is).length * 10 >= cells.length * 8;
    }) ?? -1;
  const known = (index: number, other: () => number): number => (index >= 0 ? index : other());
  const time = known(named(/^TimeCreated$/i), () => like((cell) => cell.length < 64 && readTime(cell) !== undefined));
  const id = known(named(/^(?:Event ?)?ID$/i), () => like((cell) => /^\d{1,5}$/.test(cell)));
  // The Event Viewer writes the source before the number.
  const provider = known(named(/^(?:ProviderName|Source)$/i), () => (id === 3 ? 2 : -1));
  if (id < 0 || (time < 0 && provider < 0)) return undefined;
  const activity = named(/^ActivityId$/i);
  return { time, id, provider, activity, message: known(named(/^Message$/i), () => width - 1) };
}

function entryOf(row: Row, { time: when, id, provider: source, message, activity: group }: Columns): FoundEntry {
  const time = readTime(row[when] ?? '');
  const provider = row[source] ?? '';
  const activity = row[group] ?? '';
  const number = Number(row[id]);
  return {
    ...(time === undefined ? {} : { time }),
    ...(provider === '' ? {} : { provider }),
    ...(Number.isInteger(number) && number > 0 ? { eventId: number } : {}),
    ...(activity === '' ? {} : { activity: activity.toLowerCase() }),
    values: [],
    // A text of the Event Viewer that holds the delimiter without quotes goes on in the next columns.
    text: row
      .slice(message, message === row.length - 1 ? undefined : message + 1)
      .join(' ')
      .slice(0, longestText),
  };
}
