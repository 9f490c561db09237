import path from 'node:path';
import type { Answer } from '../../protocol/device-log/answer.ts';
import type { EventFacts } from '../../protocol/device-log/event-facts.ts';
import type { DeviceLog } from '../../protocol/device-log/log-entry.ts';
import { mask } from '../../protocol/device-log/mask.ts';
import { deedsOf, phasesOf } from '../../protocol/device-log/phases.ts';
import type { LogVerdict } from '../../protocol/device-log/verdict.ts';
import { formatHresult } from '../../protocol/faults/hresult.ts';
import { checksFor } from './checks-for.ts';

/** What `explain --log --json` prints: the answer, everything in order of time, and the files. */
export function logDocument(answer: Answer, verdict: LogVerdict, logs: readonly DeviceLog[]): object {
  const { code, at, ...said } = answer;
  const about = verdict.attempt?.facts ?? [];
  const numbers = new Map(verdict.attempts.flatMap(({ facts }, index) => facts.map((each) => [each, index] as const)));
  return {
    outcome: verdict.outcome,
    answer: {
      ...said,
      ...(code === undefined ? {} : { code: formatHresult(code) }),
      ...(at === undefined ? {} : { at: new Date(at).toISOString() }),
      checks: checksFor(answer),
    },
    phases: phasesOf(about),
    server: deedsOf(about),
    events: verdict.facts.map((facts) => ({ attempt: numbers.get(facts), ...eventOf(facts) })),
    files: logs.map(({ file, format, entries, facts, notes, convert }) => ({
      file,
      format,
      records: entries.length,
      facts: facts.map(mask),
      notes: [...(convert === undefined ? [] : [convert]), ...notes],
    })),
  };
}

function eventOf({ entry, event, codes, result, said }: EventFacts): object {
  const { time, provider, eventId, text, values, file } = entry;
  return {
    ...(time === undefined ? {} : { time: new Date(time.at).toISOString(), zone: time.isZoned ? 'UTC' : 'not named' }),
    ...(eventId === undefined ? {} : { id: eventId }),
    ...(provider === undefined ? {} : { provider: mask(provider) }),
    ...(event === undefined ? {} : { phase: event.phase, meaning: event.meaning }),
    ...(said === undefined ? {} : { fault: { subcode: mask(said.subcode), reason: mask(said.reason) } }),
    ...(result === undefined ? {} : { result: formatHresult(result) }),
    codes: codes.map(formatHresult),
    text: mask(text === '' ? values.map((value) => value.text).join(', ') : text),
    file: path.basename(file),
  };
}
