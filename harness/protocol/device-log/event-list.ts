import { longestText, mostEntries } from './log-entry.ts';
import type { Found, FoundEntry } from './log-entry.ts';
import { readTime } from './read-time.ts';

const pair = /^([A-Z][A-Za-z]{1,40})\s*:(?:\s(.*))?$/;
/** The column before the message. */
const level = /^(?:Error|Warning|Information|Critical|Verbose)\s+/;

const rowForm =
  /^\s*(\d[\d./-]{7,9}[,\s]+[\d:.,]{4,16}(?:\s?[AaPp]\.?[Mm]\.?)?)\s+(?:([A-Z][\w-]+-[\w-]+)\s+)?(\d{1,5})\s+(.*)$/;

/** Reads what `Get-WinEvent | Format-List` prints. Undefined where the text is no such list. */
export function readEventList(text: string): Found | undefined {
  const records: Map<string, string>[] = [];
  let current = new Map<string, string>();
  let key = '';
  for (const raw of lines(text)) {
    const [, name, value = ''] = pair.exec(raw) ?? [];
    if (name !== undefined) {
      if (current.has(name)) {
        records.push(current);
        current = new Map();
      }
      current.set(name, value.trim());
      key = name;
    } else if (key !== '' && /^\s+\S/.test(raw)) {
      const before = current.get(key) ?? '';
      if (before.length < longestText) current.set(key, `${before} ${raw.trim()}`);
    }
    if (records.length >= mostEntries) break;
  }
  records.push(current);
  const entries = records.filter((record) => record.has('Id') && (record.has('Message') || record.has('TimeCreated')));
  return entries.length === 0 ? undefined : { entries: entries.map(entryOf) };
}

function entryOf(record: ReadonlyMap<string, string>): FoundEntry {
  const time = readTime(record.get('TimeCreated') ?? '');
  const provider = record.get('ProviderName') ?? '';
  const activity = record.get('ActivityId') ?? '';
  const id = Number(record.get('Id'));
  return {
    ...(time === undefined ? {} : { time }),
    ...(provider === '' ? {} : { provider }),
    ...(Number.isInteger(id) && id > 0 ? { eventId: id } : {}),
    ...(activity === '' ? {} : { activity: activity.toLowerCase() }),
    values: [],
    text: record.get('Message') ?? '',
  };
}

/** Reads what `Get-WinEvent` prints as a table, where the width of the window cuts each message. Undefined where the text is none. */
export function readPrintedTable(text: string): Found | undefined {
  const entries: FoundEntry[] = [];
  let provider = '';
  let cut = 0;
  for (const raw of lines(text)) {
    const group = /^\s*ProviderName:\s*(\S.*?)\s*$/.exec(raw)?.[1];
    if (group !== undefined) provider = group;
    const [, when = '', own, id, rest = ''] = rowForm.exec(raw) ?? [];
    if (id === undefined) continue;
    if (/(?:\.{3}|\u2026)\s*$/.test(rest)) cut += 1;
    const time = readTime(when);
    const source = own ?? provider;
    entries.push({
      ...(time === undefined ? {} : { time }),
      ...(source === '' ? {} : { provider: source }),
      eventId: Number(id),
      values: [],
      text: rest.replace(level, '').trim(),
    });
    if (entries.length >= mostEntries) break;
  }
  if (entries.length === 0 || !/^\s*-{2,}[-\s]*$/m.test(text.slice(0, longestText))) return undefined;
  const advice = 'print it again with "| Format-List *", or export XML';
  return {
    entries,
    notes: cut === 0 ? [] : [`the window cut ${cut} of its messages, and with them their codes; ${advice}`],
  };
}

/** The lines of a text; what is longer than a message of Windows is cut. */
export function* lines(text: string): Iterable<string> {
  let start = 0;
  while (start < text.length) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    yield text.slice(start, Math.min(end, start + longestText)).replace(/\r$/, '');
    start = end + 1;
  }
}
