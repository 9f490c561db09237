import type { EventEntry } from '../codes/event-entry.ts';
import { lookupFault, lookupTerm } from '../codes/lookup.ts';
import type { FaultEntry, Party } from '../faults/fault-entry.ts';
import { formatHresult } from '../faults/hresult.ts';
import { subcodes } from '../faults/subcodes.ts';
import type { Attempt } from './attempts.ts';
import { causesOfEvents } from './causes-of-events.ts';
import { shortMeaning } from './event-facts.ts';
import type { EventFacts } from './event-facts.ts';
import type { DeviceLog } from './log-entry.ts';
import { mask } from './mask.ts';
import type { LogVerdict } from './verdict.ts';

/** The step of the device that failed. */
export type Step =
  'discovery' | 'policy' | 'enrollment' | 'provisioning' | 'session' | 'sign-in' | 'renewal' | 'not known';

/** Why the device did not get in, as far as its logs say it. Nothing in it names a person. */
export interface Answer {
  /** One sentence without a full stop. */
  readonly headline: string;
  readonly step: Step;
  /** The event that says it. */
  readonly event?: number;
  readonly code?: number;
  /** What the code means, or the event where it has none. */
  readonly cause?: string;
  readonly who?: readonly [Party, ...Party[]];
  readonly remedy?: string;
  /** Time of the record that says it, in milliseconds. */
  readonly at?: number;
  /** What a reader should know, as sentences. */
  readonly notes: readonly string[];
}

/** What the logs of a device say, in a sentence, with its cause and its remedy. */
export function answerOf(verdict: LogVerdict, logs: readonly DeviceLog[]): Answer {
  const { outcome, deciding, attempt } = verdict;
  if (deciding) return decided(verdict, deciding);
  const notes: readonly string[] = [];
  if (outcome === 'in') {
    const what = verdict.isLater
      ? 'The device is in: a session took place after the enrollment that failed'
      : verdict.isEnrolled
        ? 'The device got in: its enrollment succeeded, and no session of the log failed'
        : 'The log shows no enrollment; its sessions did not fail';
    return { headline: what, step: 'session', notes };
  }
  if (outcome === 'open' || outcome === 'refused') {
    const last = attempt?.facts.findLast(({ event, isMdm }) => isMdm && event !== undefined);
    const event = last?.event;
    return {
      headline: `The log does not tell: an enrollment began, and no end of it stands in the log; the last step is event ${event?.id} (${event ? clauseOf(event) : 'not known'})`,
      step: stepOf(attempt),
      notes: [
        'export the log again after the device gave up, with the log of sign-ins (Microsoft-Windows-AAD/Operational)',
      ],
    };
  }
  const closed = logs.find(({ convert }) => convert !== undefined);
  if (closed)
    return {
      headline: `Not told yet: the events are in ${nameOf(closed)} (${closed.format}), which has to be converted first; ${closed.convert}`,
      step: 'not known',
      notes,
    };
  return {
    headline: 'The log does not tell why: it has no event of an enrollment or a session, and no code',
    step: 'not known',
    notes: [
      'export this log as XML: wevtutil qe Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider/Admin /f:RenderedXml > out.xml',
    ],
  };
}

function nameOf({ file }: DeviceLog): string {
  return file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
}

function decided(verdict: LogVerdict, deciding: EventFacts): Answer {
  const { attempt, shown, outcome } = verdict;
  const { entry, event, isMdm, result } = deciding;
  const { eventId } = entry;
  const own = isMdm && eventId !== undefined ? causesOfEvents.get(eventId) : undefined;
  const code = own?.isBetter ? undefined : codeOf(deciding, shown);
  const meant = code === undefined ? undefined : meaningOf(code);
  const isFirst = own !== undefined && code === undefined;
  const seen = shown?.result;
  const also = seen !== undefined && seen !== code ? `; the device shows ${formatHresult(seen)}` : '';
  const inBrackets = [
    ...(eventId === undefined ? [] : [`event ${eventId}`]),
    // A line of text begins with its codes.
    ...(code === undefined || (!event && !isMdm) ? [] : [formatHresult(code)]),
  ].join(', ');
  const isWords = result === undefined && own === undefined && meant === undefined;
  const step = event && !isMdm ? 'sign-in' : stepAt(deciding, attempt, outcome);
  return {
    headline: `${openings[outcome](verdict)}: ${deedOf(deciding, attempt, step)}${inBrackets === '' ? '' : ` (${inBrackets})`}${also}`,
    step,
    ...(eventId === undefined ? {} : { event: eventId }),
    ...(code === undefined ? {} : { code }),
    ...(isFirst ? own : causeOf(meant)),
    ...(isFirst || meant !== undefined ? {} : { cause: event?.meaning ?? 'The text below is all that the log says' }),
    ...(entry.time === undefined ? {} : { at: entry.time.at }),
    notes: isWords
      ? [
          `the log gives the result of event ${eventId} in words alone; export it as XML to get its number: wevtutil qe ... /f:RenderedXml`,
        ]
      : [],
  };
}

const openings: Readonly<Record<LogVerdict['outcome'], (verdict: LogVerdict) => string>> = {
  refused: () => 'Not enrolled',
  in: () => 'The device got in',
  session: ({ isEnrolled }) =>
    isEnrolled ? 'Enrolled, but its management session failed' : 'The management session failed',
  commands: ({ isEnrolled }) =>
    isEnrolled
      ? 'The device got in, but refused a command'
      : 'The session took place, but the device refused a command',
  code: ({ deciding }) =>
    deciding?.event
      ? 'The log has no enrollment, but a failure before it'
      : 'The log has no event of an enrollment, but a code',
  open: () => 'The log does not tell',
  silent: () => 'The log does not tell',
};

/** What happened, as a clause. */
function deedOf(facts: EventFacts, attempt: Attempt | undefined, step: Step): string {
  const { entry, event, said, isMdm } = facts;
  const message = messages[step];
  if (isMdm && entry.eventId === 52 && said) {
    const reason = said.reason === '' ? '' : `: "${clip(mask(said.reason))}"`;
    return `the server refused ${message} with the fault ${clip(mask(said.subcode))}${reason}`;
  }
  if (isMdm && entry.eventId === 69) return `the server refused ${message} with a fault that Windows cannot read`;
  const isEnd = isMdm && [55, 71, 76].includes(entry.eventId ?? 0);
  if (isEnd && step === 'discovery') return 'it ended before the device asked for policies, in discovery or sign-in';
  if (isEnd) return `it ended after this step: ${lastStep(attempt)}`;
  if (!event) return `${facts.codes.map(formatHresult).join(', ')}, in "${clip(mask(entry.text))}"`;
  const clause = clauseOf(event);
  const [, node] =
    /(?:^|[\s(])(\.\/[^\s,)]{2,300})/.exec([...entry.values.map(({ text }) => text), entry.text].join(' ')) ?? [];
  return node === undefined ? clause : `${clause} at ${clip(mask(node))}`;
}

/** The first part of a meaning, in the midst of a sentence. */
function clauseOf(event: EventEntry): string {
  const first = shortMeaning(event);
  return first.charAt(0).toLowerCase() + first.slice(1);
}

function lastStep(attempt: Attempt | undefined): string {
  const last = attempt?.facts.findLast(({ entry, isMdm }) => isMdm && steps.has(entry.eventId ?? 0))?.event;
  return last === undefined ? 'none' : clauseOf(last);
}

const messages: Readonly<Record<Step, string>> = {
  discovery: 'a message of discovery',
  policy: 'the request for policies',
  enrollment: 'the request for a certificate',
  provisioning: 'a message',
  session: 'a message of the session',
  'sign-in': 'the sign-in',
  renewal: 'the renewal',
  'not known': 'a message',
};

/** Steps that the device took, and the step in which a failure after it lies. */
const steps: ReadonlyMap<number, Step> = new Map<number, Step>([
  [4, 'policy'],
  [6, 'enrollment'],
  [8, 'enrollment'],
  [10, 'provisioning'],
  [16, 'provisioning'],
  [58, 'session'],
  [72, 'session'],
]);

/** Events that lie in one step whatever came before them. */
const own: ReadonlyMap<number, Step> = new Map<number, Step>([
  ...[3, 5, 7, 62, 68].map((id) => [id, 'policy'] as const),
  ...[9, 11, 12].map((id) => [id, 'enrollment'] as const),
  ...[15, 17, 19, 56, 57, 63, 66, 70].map((id) => [id, 'provisioning'] as const),
  ...[53, 90, 91, 212, 255].map((id) => [id, 'sign-in'] as const),
  ...[25, 26, 28, 29].map((id) => [id, 'renewal'] as const),
]);

function stepAt({ entry, isMdm }: EventFacts, attempt: Attempt | undefined, outcome: LogVerdict['outcome']): Step {
  if (!isMdm) return 'not known';
  const named = own.get(entry.eventId ?? 0);
  if (named) return named;
  return outcome === 'session' || outcome === 'commands' ? 'session' : stepOf(attempt);
}

function stepOf(attempt: Attempt | undefined): Step {
  const last = attempt?.facts.findLast(({ entry, isMdm }) => isMdm && steps.has(entry.eventId ?? 0));
  return (last && steps.get(last.entry.eventId ?? 0)) ?? 'discovery';
}

/**
 * The code of a record. Of a fault it is what the device shows at the end, which may come from the ErrorType, else that of the subcode;
 * an end that only says "a fault came" is passed over.
 */
function codeOf({ said, result, codes }: EventFacts, shown: EventFacts | undefined): number | undefined {
  if (!said) return result ?? codes.at(-1) ?? shown?.result;
  const sent = subcodeOf(said.subcode);
  const seen = shown?.result;
  const isParticular = seen !== undefined && seen >>> 16 === 0x8018 && seen !== 0x8018_0008 && seen !== 0x8018_0001;
  return isParticular ? seen : (sent ?? seen);
}

function subcodeOf(text: string): number | undefined {
  const name = text.slice(text.lastIndexOf(':') + 1).trim();
  return subcodes.find(({ wireName }) => wireName.toLowerCase() === name.toLowerCase())?.hresult;
}

function meaningOf(code: number): FaultEntry | undefined {
  const text = formatHresult(code);
  return lookupFault(text)[0] ?? lookupTerm(text).faults[0];
}

function causeOf(entry: FaultEntry | undefined): Pick<Answer, 'cause' | 'who' | 'remedy'> {
  if (!entry) return {};
  const { hresult, names, meaning, who, remedy } = entry;
  const name = names.find((each) => each.includes(' ')) ?? names[0];
  return { cause: `${[formatHresult(hresult), name].filter(Boolean).join(' ')}: ${meaning}`, who, remedy };
}

function clip(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}
