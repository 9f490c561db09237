import { XMLParser } from 'fast-xml-parser';
import { longestText, mostEntries } from './log-entry.ts';
import type { Found, FoundEntry, LogValue } from './log-entry.ts';
import { readTime } from './read-time.ts';

/** Characters of one record: Windows limits a record to 64 KB, and an export escapes it. */
const longestRecord = 512 * 1024;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  removeNSPrefix: true,
  maxNestedTags: 24,
  // Of XML itself and by number; a record with a DOCTYPE is not read at all.
  processEntities: true,
  htmlEntities: true,
});

/** Whether the text has records of Windows: `<Events>` of the Event Viewer, or those of wevtutil without a root. */
export function isEventXml(text: string): boolean {
  return /<Event[\s>]/.test(text);
}

/**
 * Reads the records of an export in XML. Each record is read by itself, so that one which is broken or cut off costs no other. Nothing
 * here is judged.
 */
export function readEventXml(text: string): Found {
  const entries: FoundEntry[] = [];
  let [broken, hostile] = [0, 0];
  for (const record of recordsIn(text)) {
    if (entries.length >= mostEntries) break;
    if (/<!(?:DOCTYPE|ENTITY)/i.test(record)) hostile += 1;
    else {
      const entry = record.length > longestRecord ? undefined : readRecord(record);
      if (entry) entries.push(entry);
      else broken += 1;
    }
  }
  const outside = /<!(?:DOCTYPE|ENTITY)/i.test(text.slice(0, 4096)) ? 1 : 0;
  const notes = [
    ...(broken > 0 ? [`${broken} of its records are broken or cut off, and were left out`] : []),
    ...(hostile + outside > 0 ? ['it has a DOCTYPE, which no log of Windows has; no entity of it was read'] : []),
    ...(entries.length >= mostEntries ? [`only its first ${mostEntries} records were read`] : []),
  ];
  return { entries, notes };
}

function* recordsIn(text: string): Iterable<string> {
  const opening = /<Event[\s>]/g;
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    const end = text.indexOf('</Event>', found.index);
    if (end === -1) {
      yield text.slice(found.index, found.index + longestRecord);
      return;
    }
    yield text.slice(found.index, end + '</Event>'.length);
    opening.lastIndex = end;
  }
}

type Tree = Readonly<Record<string, unknown>>;

function readRecord(record: string): FoundEntry | undefined {
  const event = treeIn(parse(record), 'Event');
  const system = treeIn(event, 'System');
  if (!event || !system || !record.endsWith('</Event>')) return undefined;
  const id = Number(textIn(system, 'EventID'));
  const time = readTime(textIn(treeIn(system, 'TimeCreated'), '@SystemTime'));
  const provider = textIn(treeIn(system, 'Provider'), '@Name');
  const activity = textIn(treeIn(system, 'Correlation'), '@ActivityID').toLowerCase();
  return {
    ...(time === undefined ? {} : { time }),
    ...(provider === '' ? {} : { provider }),
    ...(Number.isInteger(id) && id > 0 ? { eventId: id } : {}),
    ...(activity === '' ? {} : { activity }),
    values: [...dataIn(treeIn(event, 'EventData')), ...leavesOf(treeIn(event, 'UserData'))],
    text: textIn(treeIn(event, 'RenderingInfo'), 'Message').slice(0, longestText),
  };
}

function parse(record: string): Tree | undefined {
  try {
    return asTree(parser.parse(record));
  } catch {
    return undefined;
  }
}

function asTree(value: unknown): Tree | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Tree) : undefined;
}

function treeIn(tree: Tree | undefined, name: string): Tree | undefined {
  const child = tree?.[name];
  if (typeof child === 'string') return { '#text': child };
  return asTree(Array.isArray(child) ? child[0] : child);
}

function textIn(tree: Tree | undefined, name: string): string {
  return ownText(tree?.[name]);
}

function ownText(value: unknown): string {
  if (typeof value === 'string') return value;
  const text = asTree(value)?.['#text'];
  return typeof text === 'string' ? text : '';
}

function dataIn(tree: Tree | undefined): readonly LogValue[] {
  const data: readonly unknown[] = [tree?.['Data'] ?? []].flat();
  return data.map((item) => valueOf(textIn(asTree(item), '@Name'), ownText(item)));
}

/** `UserData` has an element of its own around values that are named by their elements. */
function leavesOf(tree: Tree | undefined): readonly LogValue[] {
  return Object.entries(tree ?? {}).flatMap(([name, value]) => {
    if (name.startsWith('@') || name === '#text') return [];
    const below = leavesOf(asTree(value));
    return below.length > 0 ? below : [valueOf(name, ownText(value))];
  });
}

function valueOf(name: string, text: string): LogValue {
  return { ...(name === '' ? {} : { name }), text: text.slice(0, longestText) };
}
