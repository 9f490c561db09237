import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect } from 'vitest';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Milliseconds: what the clock and the rest of the machine add. */
const floor = 120;
/** Four times the length may cost so much, 2.5 for each doubling: what grows with its square costs sixteen times as much. */
const allowed = 6.25;
const most = 12;
/** The rounds before garbage is collected, which takes long itself. */
const quick = 2;

/** In milliseconds; newer versions of Node alone tell the processor time of a thread. */
function costOf(work: () => void): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}

/**
 * Expects of works, of which the last has four times as much to do as the first, that the cost grows no faster. The least cost of each counts. What
 * the rest of the machine adds, and the heap of the tests before, is measured away: they are measured again, in turn, until the costs are
 * linear, at most twelve times. What grows with the square never is.
 */
export function expectLinear(works: readonly (() => void)[]): void {
  const costs = works.map(() => Number.POSITIVE_INFINITY);
  const limit = (): number => Math.max(floor, costs[0] ?? 0) * allowed;
  for (let round = 0; round < most; round += 1) {
    if (round >= quick) collectGarbage();
    for (const [index, work] of works.entries()) costs[index] = Math.min(costs[index] ?? 0, costOf(work));
    if ((costs.at(-1) ?? 0) < limit()) break;
  }
  expect(costs.at(-1)).toBeLessThan(limit());
}
