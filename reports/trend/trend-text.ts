import type { TrendRow } from '../../harness/engine/verdict/results.ts';
import { instant } from '../text/units.ts';
import { verdictMarks } from '../text/wording.ts';

/** Rows that a terminal shows at most. */
const mostRows = 5;

/** The trend for a terminal: what became of the failed MUSTs, and the last runs. */
export function trendText(rows: readonly TrendRow[]): string {
  const first = rows.findLast(({ isComparable }, index) => !isComparable || index === 0);
  const last = rows.at(-1);
  if (!first || !last) return '';
  const shown = rows.slice(-mostRows);
  return [
    `History: ${rows.length === 1 ? '1 run' : `${rows.length} runs`} of this target; failed MUST from ${first.failedMust} to ${last.failedMust} since ${instant(first.startedAt)}`,
    ...shown.map((row, index) => `  ${lineOf(row, shown[index - 1])}`),
    '',
  ].join('\n');
}

function lineOf(row: TrendRow, before: TrendRow | undefined): string {
  const { startedAt, verdict, failedMust, inconclusiveMust, passed, failed, toolVersion, isComparable } = row;
  const { symbol, word } = verdictMarks[verdict];
  const waived = row.waivedMust === undefined ? '' : ` (${row.waivedMust} waived)`;
  const numbers = `${failedMust} MUST failed${waived}, ${inconclusiveMust} MUST open, ${passed} passed, ${failed} failed`;
  const changed =
    before === undefined || isComparable ? '' : ` (judged otherwise than the run before, by version ${toolVersion})`;
  return `${instant(startedAt)}  ${symbol} ${word}: ${numbers}${changed}`;
}
