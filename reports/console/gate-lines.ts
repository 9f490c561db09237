import type { Results } from '../../harness/engine/verdict/results.ts';
import type { WaiverUse } from '../../harness/engine/verdict/waiver.ts';
import { baselineSentences } from '../text/gate.ts';
import { oneLine } from '../text/printable.ts';
import { count } from '../text/units.ts';
import { waiversInOrder, waiverSentence, waiverStates } from '../text/waived.ts';
import { cut, type Paper } from './wrap.ts';

/** Waivers that are shown one by one, unless all is. */
const most = 4;

/** Characters of a line, so that no reason of a waiver pushes the findings away. */
const longest = 240;

/** The waivers, what somebody has to act on first, and the baseline. Where little room is, only what somebody has to act on. */
export function gateLines(results: Results, { verbose }: Paper, isWhole: boolean): readonly string[] {
  const waivers = waiversInOrder(results);
  const loud = waivers.filter(
    ({ state }) => state === 'expired' || state === 'stale' || (isWhole && state === 'applied'),
  );
  const shown = verbose ? waivers : loud.slice(0, most);
  const left = verbose ? [] : waivers.filter((waiver) => !shown.includes(waiver));
  const lines = [...shown.map(waiverSentence), ...(left.length === 0 ? [] : [countsOf(left)])];
  const baseline = isWhole ? baselineSentences(results) : baselineSentences(results).slice(0, 1);
  return [...lines, ...baseline].map((line) => (verbose ? oneLine(line) : cut(oneLine(line), longest)));
}

/** `Further waivers: 3 applied, 2 unused`. */
function countsOf(waivers: readonly WaiverUse[]): string {
  const parts = waiverStates.flatMap((state) => {
    const number = waivers.filter((waiver) => waiver.state === state).length;
    return number === 0 ? [] : [`${number} ${state}`];
  });
  return `${count(waivers.length, 'further waiver')}: ${parts.join(', ')} (--verbose and the reports show them)`;
}
