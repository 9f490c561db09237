import type { EventEntry } from '../codes/event-entry.ts';
import { events } from '../codes/events.ts';
import { mdmLog } from '../codes/mdm-events.ts';
import { codesIn, numberIn, statusCodeIn } from './codes-in.ts';
import type { LogEntry } from './log-entry.ts';

/** An entry, and what its event says. */
export interface EventFacts {
  readonly entry: LogEntry;
  /** What is known of its event; missing for an unknown event, and for a line of text. */
  readonly event?: EventEntry;
  /** It is an event of the log of enrollments and sessions. */
  readonly isMdm: boolean;
  /** Every code that it holds. */
  readonly codes: readonly number[];
  /** The code that stands where the event has its result; missing for success, or where the text gives it in words. */
  readonly result?: number;
  /** What the server said, of a fault (event 52). */
  readonly said?: { readonly subcode: string; readonly reason: string };
}

const mdmProvider = /DeviceManagement-Enterprise-Diagnostics/i;
const others: readonly (readonly [provider: RegExp, log: RegExp])[] = [
  [/^(?:Microsoft-Windows-)?AAD\b/i, /^AAD/],
  [/User Device Registration/i, /^User Device Registration/],
  [/Provisioning-Diagnostics-Provider/i, /^Provisioning-Diagnostics/],
  [/TaskScheduler/i, /^TaskScheduler/],
];

/** The first part of what an event means, without its remarks. */
export function shortMeaning({ meaning }: EventEntry): string {
  return meaning.split(/[;:]| \(/)[0] ?? meaning;
}

/** Reads what is known of each entry. */
export function factsOf(entry: LogEntry): EventFacts {
  const { eventId: id, provider = '' } = entry;
  const isMdm = id !== undefined && (provider === '' || mdmProvider.test(provider));
  const log = others.find(([name]) => name.test(provider))?.[1];
  const event = events.find(
    (known) => known.id === id && (isMdm ? known.log === mdmLog : log?.test(known.log) === true),
  );
  const codes = codesOf(entry);
  const result = isMdm || log !== undefined || id === undefined ? resultIn(id, codes) : undefined;
  return {
    entry,
    ...(event === undefined ? {} : { event }),
    isMdm: isMdm && (provider !== '' || event !== undefined),
    codes,
    ...(result === undefined ? {} : { result }),
    ...(isMdm && id === 52 ? { said: faultIn(entry) } : {}),
  };
}

/** Values that hold a number: those that say so by their names first. */
const named = /^(?:HexInt\d*|HRESULT|RAWResult|Result\w*|ErrorCode|hr|Status\w*)$/i;

/** A small number is a kind of credential or a count, and a status of success. */
function isCode(value: number): boolean {
  return value > 0xffff;
}

function codesOf({ values, text }: LogEntry): readonly number[] {
  const numbers = (list: LogEntry['values']): readonly number[] =>
    list.flatMap((value) => numberIn(value.text) ?? []).filter((number) => isCode(number) && number >= 0x8000_0000);
  const byName = numbers(values.filter(({ name }) => name !== undefined && named.test(name)));
  const inTexts = [...values.map((value) => value.text), text].flatMap((part) => [...codesIn(part)]);
  const found = [...byName, ...numbers(values), ...inTexts];
  if (found.length > 0) return [...new Set(found)];
  const status = [...values.map((value) => value.text), text].map(statusCodeIn).find((code) => code !== undefined);
  return status === undefined ? [] : [status];
}

/** Events whose result is the last of their values; of the others, and of event 17 (RAWResult), it is the first. */
const lastValue: readonly number[] = [26, 28, 29, 27, 400, 404, 450, 454, 402, 405, 406, 1924, 1928];

/** Events that hold numbers of another kind. */
const withoutResult: readonly number[] = [52, 59, 62, 66, 68, 69, 70, 91];

function resultIn(id: number | undefined, codes: readonly number[]): number | undefined {
  if (id !== undefined && withoutResult.includes(id)) return undefined;
  return id !== undefined && lastValue.includes(id) ? codes.at(-1) : codes[0];
}

/** Subcode and text of a fault: by the values, else by the brackets of the message, whose words are translated. */
function faultIn({ values, text }: LogEntry): NonNullable<EventFacts['said']> {
  const own = values.filter((value) => numberIn(value.text) === undefined).map((value) => value.text);
  if (own.length > 0) return { subcode: own[0] ?? '', reason: own[1] ?? '' };
  const [, subcode = ''] = /=\(([^()]{0,200})\)/.exec(text) ?? [];
  const rest = text.slice(text.indexOf(`=(${subcode})`) + subcode.length + 3);
  const [, reason = ''] = /=\(([^]*)\)/.exec(rest) ?? [];
  return { subcode, reason };
}
