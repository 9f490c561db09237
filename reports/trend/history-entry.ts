import type { Results, TrendRow } from '../../harness/engine/verdict/results.ts';
import { waivedMusts } from '../text/waived.ts';
import { targetOf } from '../identity.ts';

/** A line of `history.jsonl`: one run, with what decides whether it can be compared. */
export interface HistoryEntry extends Omit<TrendRow, 'isComparable'> {
  readonly schemaVersion: 1;
  readonly target: string;
  readonly profile: string;
  readonly requirementSet: string;
  readonly limitedTo: readonly string[];
  /** The results document, relative to the folder. */
  readonly results: string;
}

/** A text that is no line of a history. The message says what is wrong. */
export class UnreadableEntry extends Error {
  override readonly name = 'UnreadableEntry';
}

/** The line of a run whose results document has this name in the folder. */
export function entryOf(judged: Results, results: string): HistoryEntry {
  const { run, tool, verdict, counts, requirementSet, scope } = judged;
  const { passed, failed, failedMust, inconclusiveMust, causes } = counts;
  const waived = waivedMusts(judged);
  return {
    schemaVersion: 1,
    runId: run.id,
    startedAt: run.startedAt,
    toolVersion: tool.version,
    target: targetOf(judged),
    profile: run.profile,
    requirementSet,
    limitedTo: scope.limitedTo,
    verdict,
    passed,
    failed,
    failedMust,
    inconclusiveMust,
    causes,
    ...(waived === 0 ? {} : { waivedMust: waived }),
    results,
  };
}

const texts = ['runId', 'startedAt', 'toolVersion', 'target', 'profile', 'requirementSet', 'results'] as const;
const numbers = ['passed', 'failed', 'failedMust', 'inconclusiveMust', 'causes'] as const;
const verdicts = ['conformant', 'nonconformant', 'incomplete', 'unsound'] as const;

/** Reads a line. Throws `UnreadableEntry`. */
export function readEntry(line: string): HistoryEntry {
  const value = parse(line);
  if (value['schemaVersion'] !== 1) throw new UnreadableEntry('it has not the schemaVersion 1');
  const verdict = verdicts.find((word) => word === value['verdict']);
  if (!verdict) throw new UnreadableEntry(`"verdict" must be one of ${verdicts.join(', ')}`);
  const text = Object.fromEntries(texts.map((name) => [name, textIn(value, name)])) as Record<
    (typeof texts)[number],
    string
  >;
  const amounts = Object.fromEntries(numbers.map((name) => [name, amountIn(value, name)])) as Record<
    (typeof numbers)[number],
    number
  >;
  const limitedTo = value['limitedTo'];
  if (!Array.isArray(limitedTo) || !limitedTo.every((word) => typeof word === 'string'))
    throw new UnreadableEntry('"limitedTo" must be a list of texts');
  const waived = value['waivedMust'] === undefined ? {} : { waivedMust: amountIn(value, 'waivedMust') };
  return { schemaVersion: 1, ...text, ...amounts, ...waived, verdict, limitedTo };
}

function textIn(value: Readonly<Record<string, unknown>>, name: string): string {
  const found = value[name];
  if (typeof found === 'string' && found !== '') return found;
  throw new UnreadableEntry(`"${name}" must be a text`);
}

function amountIn(value: Readonly<Record<string, unknown>>, name: string): number {
  const found = value[name];
  if (typeof found === 'number' && Number.isInteger(found) && found >= 0) return found;
  throw new UnreadableEntry(`"${name}" must be a whole number`);
}

function parse(line: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new UnreadableEntry('it is not JSON', { cause: error });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UnreadableEntry('it is not an object');
  return value as Readonly<Record<string, unknown>>;
}
