import { lines } from './event-list.ts';
import { longestText, mostEntries } from './log-entry.ts';
import type { Found, FoundEntry } from './log-entry.ts';
import { readTime } from './read-time.ts';

/** `Event[0]`, in older builds with a colon. */
const heading = /^\s*Event\[\d+\]:?\s*$/;
const field = /^\s{1,4}([^:]{1,40}):\s?(.*)$/;

/** The fields by their places: their names may be in the language of the device. */
const places = { source: 1, date: 2, id: 3 };

/**
 * Reads what `wevtutil qe LOG /f:text` prints: named lines, and after the last of them the message. Undefined where the text is none. That the
 * fields stand in this order is known from memory of its output, not from a document.
 */
export function readWevtutilText(text: string): Found | undefined {
  const entries: FoundEntry[] = [];
  let current: Printed | undefined;
  for (const line of lines(text)) {
    if (heading.test(line)) {
      if (current) entries.push(entryOf(current));
      if (entries.length >= mostEntries) break;
      current = { fields: [], message: [] };
    } else if (current) add(current, line);
  }
  if (current && entries.length < mostEntries) entries.push(entryOf(current));
  return entries.some(({ eventId }) => eventId !== undefined) ? { entries } : undefined;
}

/** One record as it was printed. */
interface Printed {
  readonly fields: string[];
  readonly message: string[];
}

/** The message begins below the first field without a value that stands after the number. */
function add({ fields, message }: Printed, line: string): void {
  const [, , value] = field.exec(line) ?? [];
  const isInMessage = fields.length > places.id + 1 && fields.at(-1) === '';
  if (isInMessage || value === undefined) {
    if (fields.length > 0 && message.length < 200) message.push(line.trim());
  } else fields.push(value.trim());
}

function entryOf({ fields, message }: Printed): FoundEntry {
  const time = readTime(fields[places.date] ?? '');
  const id = Number(fields[places.id]);
  const provider = fields[places.source] ?? '';
  const last = fields.at(-1) ?? '';
  return {
    ...(time === undefined ? {} : { time }),
    ...(provider === '' ? {} : { provider }),
    ...(Number.isInteger(id) && id > 0 ? { eventId: id } : {}),
    values: [],
    text: [last, ...message].join(' ').trim().slice(0, longestText),
  };
}
