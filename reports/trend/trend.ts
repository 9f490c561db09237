import type { TrendRow } from '../../harness/engine/verdict/results.ts';
import type { HistoryEntry } from './history-entry.ts';

/** Runs that a trend shows at most: the last ones. */
const mostRows = 50;

/**
 * The runs of one target in a history as the rows of a trend, the oldest first. A run that was judged again counts once, as it was judged
 * last. Whoever draws a line breaks it before a row that is not comparable. Pure.
 */
export function trendOf(entries: readonly HistoryEntry[], target: string): readonly TrendRow[] {
  const byRun = new Map<string, HistoryEntry>();
  for (const entry of entries.filter((one) => one.target === target)) byRun.set(entry.runId, entry);
  const sorted = [...byRun.values()].sort((one, other) => Date.parse(one.startedAt) - Date.parse(other.startedAt));
  return sorted.map((entry, index) => rowOf(entry, sorted[index - 1])).slice(-mostRows);
}

function rowOf(entry: HistoryEntry, before: HistoryEntry | undefined): TrendRow {
  const { runId, startedAt, toolVersion, verdict, passed, failed, failedMust, inconclusiveMust, causes } = entry;
  const waived = entry.waivedMust === undefined ? {} : { waivedMust: entry.waivedMust };
  const isComparable = before === undefined || kindOf(entry) === kindOf(before);
  const numbers = { passed, failed, failedMust, inconclusiveMust, causes, ...waived };
  return { runId, startedAt, toolVersion, verdict, ...numbers, isComparable };
}

function kindOf({ requirementSet, profile, limitedTo }: HistoryEntry): string {
  return JSON.stringify([requirementSet, profile, limitedTo]);
}
