import { longestText, mostEntries } from './log-entry.ts';
import type { Found, FoundEntry, LogValue } from './log-entry.ts';
import { readTime } from './read-time.ts';

/** What `Get-WinEvent` gives of a record, as far as it is read. */
interface Fields {
  readonly Id?: unknown;
  readonly TimeCreated?: unknown;
  readonly ProviderName?: unknown;
  readonly Message?: unknown;
  readonly ActivityId?: unknown;
  readonly Properties?: unknown;
  /** Of an array that PowerShell wrapped. */
  readonly value?: unknown;
}

/** Whether a JSON document is one record or many of `Get-WinEvent | ConvertTo-Json`. */
export function isEventJson(document: unknown): boolean {
  return recordsIn(document).some(isRecord);
}

/** Reads the records of `Get-WinEvent | ConvertTo-Json`: an array, one object, or an array that PowerShell wrapped. */
export function readEventJson(document: unknown): Found {
  const records = recordsIn(document).filter(isRecord);
  const entries = records.slice(0, mostEntries).map(entryOf);
  const isShallow = records.length > 0 && records.every(({ Properties: values }) => !hasValues(values));
  const notes =
    isShallow && entries.every(({ text }) => text === '')
      ? ['it has neither messages nor values; add -Depth 4 to ConvertTo-Json']
      : [];
  return { entries, notes };
}

function recordsIn(document: unknown): readonly Fields[] {
  const list: readonly unknown[] = Array.isArray(document) ? document : [document];
  const fields = list.filter((item): item is Fields => typeof item === 'object' && item !== null);
  const [only] = fields;
  if (fields.length === 1 && only && !isRecord(only) && Array.isArray(only.value)) return recordsIn(only.value);
  return fields;
}

function isRecord(fields: Fields): boolean {
  return typeof fields.Id === 'number' && ('ProviderName' in fields || 'TimeCreated' in fields || 'Message' in fields);
}

function entryOf(fields: Fields): FoundEntry {
  const { Id: id, ProviderName: provider, Message: message, ActivityId: activity } = fields;
  const time = timeIn(fields.TimeCreated);
  return {
    ...(time === undefined ? {} : { time }),
    ...(typeof provider === 'string' && provider !== '' ? { provider } : {}),
    ...(typeof id === 'number' ? { eventId: id } : {}),
    ...(typeof activity === 'string' && activity !== '' ? { activity: activity.toLowerCase() } : {}),
    values: valuesIn(fields.Properties),
    text: typeof message === 'string' ? message.slice(0, longestText) : '',
  };
}

/** Windows PowerShell wraps the time once more where it was selected. */
function timeIn(value: unknown): FoundEntry['time'] {
  if (typeof value === 'string') return readTime(value);
  const inner = typeof value === 'object' && value !== null && 'value' in value ? value.value : undefined;
  return typeof inner === 'string' ? readTime(inner) : undefined;
}

function hasValues(value: unknown): boolean {
  return valuesIn(value).length > 0;
}

function valuesIn(value: unknown): readonly LogValue[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) => {
    const inner = typeof item === 'object' && item !== null && 'Value' in item ? item.Value : undefined;
    if (typeof inner === 'number' || typeof inner === 'boolean') return [{ text: String(inner) }];
    return typeof inner === 'string' ? [{ text: inner.slice(0, longestText) }] : [];
  });
}
