import type { Judgement, Results } from '../../harness/engine/verdict/results.ts';
import type { Session } from '../../harness/wire/exchange/exchange.ts';
import { findingLimits, type FindingLimits } from '../evidence/finding-limits.ts';
import { shownExchanges, type ShownExchanges } from '../evidence/shown-exchanges.ts';
import { rootCauses, type RootCause } from '../selection.ts';

/** What the parts of a page ask of the whole. */
export interface Context {
  readonly results: Results;
  readonly limits: FindingLimits;
  /** The check that blocks others, if it does. */
  readonly blockedBy: (check: string) => RootCause | undefined;
  /** What a reader may filter a judgement by, as attributes with their values. */
  readonly filterValues: (judgement: Judgement) => readonly (readonly [name: string, value: string])[];
  readonly session: Session;
  readonly shown: ShownExchanges;
}

export function contextOf(results: Results, session: Session): Context {
  const causes = new Map(results.causes.flatMap(({ id, checks }) => checks.map((check) => [check, id] as const)));
  const blocking = new Map(rootCauses(results.judgements, results).map((root) => [root.check, root]));
  const ways = results.ways.map(({ way, exchanges }) => ({ way, exchanges: new Set(exchanges) }));
  return {
    results,
    session,
    shown: shownExchanges(results, session),
    limits: findingLimits(results.judgements),
    blockedBy: (check) => blocking.get(check),
    filterValues: ({ check, level, must, outcome, exchanges }) => {
      const own = ways.filter((way) => exchanges.some((index) => way.exchanges.has(index))).map(({ way }) => way);
      const cause = causes.get(check);
      return [
        ['data-outcome', outcome],
        ['data-level', level],
        ...(must === undefined ? [] : [['data-must', must] as const]),
        ...(own.length === 0 ? [] : [['data-way', own.join(' ')] as const]),
        ...(cause === undefined ? [] : [['data-cause', cause] as const]),
      ];
    },
  };
}
