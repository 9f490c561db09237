import type { Results } from '../../engine/verdict/results.ts';
import { renderSummary } from '../../../reports/console/summary.ts';

/** A run that `assertConformant` does not accept; the message is the summary that a terminal shows, with each cause and what to change. */
export class NotConformant extends Error {
  override readonly name = 'NotConformant';

  readonly results: Results;

  constructor(results: Results) {
    super(`\n${renderSummary(results, { colour: false })}`);
    this.results = results;
  }
}

/**
 * Passes for a conformant run: one that left a mandatory check open is none. What waivers cover does not count, and what own checks fail does:
 * it goes by `exitCode`. Throws `NotConformant`.
 */
export function assertConformant(results: Results): void {
  if (results.exitCode !== 0) throw new NotConformant(results);
}
