import type { Results } from '../../harness/engine/verdict/results.ts';

/** What a run sent, as far as its results tell: each scenario, and each variant in it. */
export interface Executed {
  readonly gone: readonly string[];
  readonly added: readonly string[];
}

/** Requests that a server or a recorder brings about, so that their number says nothing of the plan. */
const uncounted = new Set(['other', 'throttled']);

/** Which requests of the plan one run sent and the other did not. A recording of another tool has no plan, so nothing is compared. */
export function compareExecuted(before: Results, after: Results): Executed {
  const [earlier, later] = [stepsOf(before), stepsOf(after)];
  if (earlier.size === 0 || later.size === 0) return { gone: [], added: [] };
  return {
    gone: [...earlier].filter((step) => !later.has(step)),
    added: [...later].filter((step) => !earlier.has(step)),
  };
}

function stepsOf({ exchanges }: Results): ReadonlySet<string> {
  return new Set(
    exchanges.flatMap(({ scenario, variant, kind }) =>
      scenario === undefined || uncounted.has(kind)
        ? []
        : [variant === undefined ? scenario : `${scenario}: ${variant}`],
    ),
  );
}
