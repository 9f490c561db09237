import type { EventEntry } from '../../../protocol/codes/event-entry.ts';
import type { Found } from '../../../protocol/codes/lookup.ts';
import type { FaultEntry, Party } from '../../../protocol/faults/fault-entry.ts';
import { formatHresult } from '../../../protocol/faults/hresult.ts';

/** How many meanings are told in full; of further ones stands a line. */
const inFull = 2;

/** Who acts, for people. */
export const parties: Readonly<Record<Party, string>> = {
  server: 'the server',
  certificate: 'whoever runs the certificate or its chain',
  network: 'the network or a proxy',
  device: 'the device',
  user: 'the user',
  'identity provider': 'the identity provider',
  administrator: 'the administrator',
  nobody: 'nobody',
  'not known': 'not known',
};

type Row = readonly [label: string, text: string | undefined];

/** The text about codes and events: the first line is the answer. Ends with a line break; empty where nothing was found. */
export function foundText({ faults, events, note }: Found): string {
  const blocks = faults.slice(0, inFull).map(codeText);
  const lines = [
    ...faults.slice(inFull).map((entry) => `Also ${headline(entry)}\n`),
    ...(faults.length > 0 ? events.map((event) => `Also ${eventHeadline(event)} ("explain event ${event.id}")\n`) : []),
    ...(note === undefined ? [] : [`Note: ${note}\n`]),
  ];
  if (faults.length === 0) blocks.push(...events.map(eventText));
  return [...blocks, ...(lines.length > 0 ? [lines.join('')] : [])].join('\n');
}

function codeText(entry: FaultEntry): string {
  return block(headline(entry), codeRows(entry));
}

/** What is known of a code besides its first line, by label; a text that is empty or missing is not known. */
export function codeRows({ kind, wireName, names, who, remedy, doubt, sources }: FaultEntry): readonly Row[] {
  return [
    ['Sent as', wireName && `the ${kind === 'subcode' ? 'subcode' : 'ErrorType'} ${wireName} of a SOAP fault`],
    ['Who acts', who.map((party) => parties[party]).join(', or ')],
    ['Remedy', remedy],
    ['Doubt', doubt],
    ['Also named', otherNames(names).join(', ')],
    ['Sources', sources.join('; ')],
  ];
}

/** The number of an HTTP status or of an error of WinHTTP says more than its constant. */
export function headline({ hresult, names, meaning }: FaultEntry): string {
  return `${[formatHresult(hresult), shownName(names)].filter(Boolean).join(' ')}: ${meaning}`;
}

function shownName(names: readonly string[]): string | undefined {
  return names.find((name) => name.includes(' ')) ?? names[0];
}

function otherNames(names: readonly string[]): readonly string[] {
  return names.filter((name) => name !== shownName(names));
}

function eventText(event: EventEntry): string {
  return block(eventHeadline(event), eventRows(event));
}

/** What is known of an event besides its first line, by label. */
export function eventRows({ log, result, sources }: EventEntry): readonly Row[] {
  return [
    ['Result', result ?? 'none in this event'],
    ['Log', log],
    ['Sources', sources.join('; ')],
  ];
}

export function eventHeadline({ id, phase, meaning }: EventEntry): string {
  return `Event ${id}, ${phase}: ${meaning}`;
}

function block(first: string, rows: readonly Row[]): string {
  const told = rows.flatMap(([label, text]) => (text ? [`  ${label.padEnd(11)} ${text}`] : []));
  return `${[first, ...told].join('\n')}\n`;
}
