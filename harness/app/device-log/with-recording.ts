import { answerOf } from '../../protocol/device-log/answer.ts';
import type { Answer, Step } from '../../protocol/device-log/answer.ts';
import { verdictOn } from '../../protocol/device-log/verdict.ts';
import type { LogVerdict } from '../../protocol/device-log/verdict.ts';
import { formatHresult } from '../../protocol/faults/hresult.ts';
import type { Kind } from '../../engine/evidence/kind.ts';
import type { Refusal } from '../../engine/explanation/refusal.ts';
import type { Cause } from '../../engine/verdict/cause.ts';
import type { ExchangeNote, Results } from '../../engine/verdict/results.ts';
import type { Session } from '../../wire/exchange/exchange.ts';
import { cameSentence, refusalSentence } from '../../../reports/text/refusal.ts';
import { duration } from '../../../reports/text/units.ts';
import { answerLines, zoneOf } from './log-text.ts';
import { readLogFiles } from './read-log-files.ts';
import { joined, rowsOf, timeLines } from './time-line.ts';
import type { TimeRow } from './time-line.ts';

/** The recording of a server, or of a device, and what was judged of it. */
interface Recording {
  readonly results: Results;
  readonly session: Session;
}

const kinds: Readonly<Record<Step, readonly Kind[]>> = {
  discovery: ['discover', 'probe', 'plain-probe'],
  policy: ['get-policies'],
  enrollment: ['issue'],
  provisioning: ['issue'],
  session: ['manage'],
  'sign-in': ['authenticate', 'terms-of-use'],
  renewal: ['renew'],
  'not known': [],
};

/** Milliseconds between an answer and its event beyond which the two are taken for two enrollments. */
const farthest = 26 * 3_600_000;

/** Lines of the time line on the first screen, and with --verbose. */
const rowsShown = { few: 14, all: 200 };

/** Gives the text about a recording and the logs that were read. */
export type Together = (recording: Recording, isVerbose: boolean) => string;

/** Reads the logs of the device that a recording is about. Throws `UsageError` as `readLogFiles` does. */
export async function logsWithRecording(names: readonly string[]): Promise<Together> {
  const logs = await readLogFiles(names);
  const verdict = verdictOn(logs);
  const answer = answerOf(verdict, logs);
  return (recording, isVerbose) => together(answer, verdict, recording, isVerbose);
}

/**
 * The one answer of a recording and the logs of its device, with both on one time line; ends with an empty line. The times stay as they
 * stand: nothing says how the two clocks differ.
 */
function together(answer: Answer, verdict: LogVerdict, { results, session }: Recording, isVerbose: boolean): string {
  const match = exchangeOf(answer, { results, session });
  const lines = answerLines(match ? combined(answer, match, results) : alone(answer, verdict, results));
  const recorded = results.exchanges.filter(({ kind }) => kind !== 'other').map((note) => rowOf(note, session));
  const events = rowsOf(verdict.attempt?.facts ?? verdict.facts);
  const rows = joined(inOrder([...recorded, ...events]));
  return [
    ...lines,
    '',
    `Recording and log on one time line (${zoneOf(verdict)}; the two clocks may differ, and are not aligned):`,
    ...timeLines(rows, isVerbose ? rowsShown.all : rowsShown.few),
    '',
    '',
  ].join('\n');
}

/** The exchange that an event speaks of. */
interface Match {
  readonly note: ExchangeNote;
  /** Milliseconds from the answer to the event. */
  readonly later?: number;
}

/** Of the exchanges of the step, that whose answer lies nearest in time to the event; without a time, the last. */
function exchangeOf({ step, at }: Answer, { results, session }: Recording): Match | undefined {
  const notes = results.exchanges.filter(({ kind }) => kinds[step].some((each) => each === kind));
  const last = notes.at(-1);
  if (at === undefined) return last && { note: last };
  const matches = notes.map((note) => ({ note, later: at - endOf(note, session) }));
  const nearest = matches.sort((a, b) => Math.abs(a.later) - Math.abs(b.later))[0];
  return nearest && Math.abs(nearest.later) <= farthest ? nearest : undefined;
}

function endOf({ index }: ExchangeNote, { exchanges }: Session): number {
  const { startedAt = '', durationMs = 0 } = exchanges[index] ?? {};
  return Date.parse(startedAt) + durationMs;
}

function combined(answer: Answer, { note, later }: Match, results: Results): Answer {
  const refusal = results.refusals.find(({ exchanges }) => exchanges.includes(note.index));
  const causes = results.causes.filter((each) => each.exchange === note.index && isOfStep(each, answer.step));
  const cause = causes.find(({ level }) => level === 'MUST') ?? causes[0];
  const notes = [...answer.notes, ...clockNotes(later)];
  if (refusal) return { ...answer, ...ofRefusal(answer, refusal), notes };
  const said = `exchange ${note.index} (${note.summary})`;
  if (cause) return { ...answer, ...ofCause(answer, cause, said), notes };
  return {
    ...answer,
    headline: `${answer.headline}; the recording shows the answer of this step in ${said}, and no check found it wrong`,
    notes,
  };
}

function ofRefusal(answer: Answer, refusal: Refusal): Pick<Answer, 'headline' | 'who' | 'remedy'> {
  const sentence = refusalSentence(refusal);
  const { code, event } = answer;
  const shown = [
    ...(event === undefined ? [] : [`event ${event}`]),
    ...(code === undefined ? [] : [formatHresult(code)]),
  ];
  const isSame = code !== undefined && refusal.code === formatHresult(code);
  const expected = isSame || refusal.code === undefined ? '' : `, where this answer lets one expect ${refusal.code}`;
  return {
    headline: `Not enrolled: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}: ${cameSentence(refusal)}; the log of the device ${isSame ? 'agrees' : 'says'} (${shown.join(', ')})${expected}`,
    who: [refusal.actor],
    remedy: refusal.remedy.replace(/\.$/, ''),
  };
}

/** The phases of the checks that judge what a step hands to the device; any for a step that has no own. */
const phases: Readonly<Partial<Record<Step, RegExp>>> = {
  discovery: /^(?:discovery|transport|envelope)\//,
  policy: /^(?:policy|transport|envelope|faults)\//,
  enrollment: /^(?:enrollment|transport|envelope|faults)\//,
  provisioning: /^(?:provisioning|certificates)\//,
  session: /^management\//,
};

function isOfStep({ checks }: Cause, step: Step): boolean {
  return checks.some((check) => phases[step]?.test(check) ?? true);
}

function ofCause(answer: Answer, { headline, remedy, checks, level }: Cause, said: string): Partial<Answer> {
  const why = level === 'MUST' ? 'why' : 'what may be why';
  return {
    headline: `${answer.headline}; the recording shows ${why} in ${said}: ${headline} [${checks[0]}]`,
    who: ['server'],
    remedy: remedy.replace(/\.$/, ''),
  };
}

/** The log has no exchange of its own in the recording, or says nothing itself. */
function alone(answer: Answer, { outcome }: LogVerdict, { refusals }: Results): Answer {
  const [refusal] = refusals;
  if (!refusal) return { ...answer, notes: [...answer.notes, 'the recording has no exchange of this step and time'] };
  const sentence = refusalSentence(refusal);
  if (outcome === 'silent' || outcome === 'open')
    return {
      ...answer,
      headline: `Not enrolled, as the recording says: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}: ${cameSentence(refusal)}; the log does not tell`,
      who: [refusal.actor],
      remedy: refusal.remedy.replace(/\.$/, ''),
    };
  return {
    ...answer,
    notes: [
      ...answer.notes,
      `the recording has no exchange of this step and time; it shows another refusal: ${sentence}`,
    ],
  };
}

/** Half an hour, of which the zones of the world differ by multiples. */
const zoneStep = 30 * 60_000;

function clockNotes(later: number | undefined): readonly string[] {
  if (later === undefined) return [];
  const apart = Math.abs(later);
  if (apart < 60_000) return [];
  const way = later < 0 ? 'before' : 'after';
  const off = Math.abs(apart - Math.round(apart / zoneStep) * zoneStep);
  const zone = apart > zoneStep / 2 && off < 120_000 ? '; that is near to a difference of time zones' : '';
  return [
    `the event stands ${duration(apart)} ${way} the end of the exchange: the clocks or zones differ, or they are two enrollments${zone}`,
  ];
}

function rowOf(note: ExchangeNote, session: Session): TimeRow {
  const { index, summary } = note;
  const at = endOf(note, session);
  return { ...(Number.isNaN(at) ? {} : { at }), source: `exchange ${index}`, text: summary, times: 1 };
}

function inOrder(rows: readonly TimeRow[]): readonly TimeRow[] {
  const last = Number.MAX_SAFE_INTEGER;
  return [...rows].sort((a, b) => (a.at ?? last) - (b.at ?? last));
}
