import type { Judgement, Results } from '../../harness/engine/verdict/results.ts';
import type { Exchange, Session } from '../../harness/wire/exchange/exchange.ts';
import { findingLimits, type FindingLimits } from '../evidence/finding-limits.ts';
import { shownExchanges, type ShownExchanges } from '../evidence/shown-exchanges.ts';
import { allJudgements } from '../own/own-judgements.ts';
import { rootCauses, type RootCause } from '../selection.ts';
import { cardDetails, checkDetails, type CardDetail, type CheckDetail } from './size/details.ts';

/** What the parts of a page ask of the whole. */
export interface Context {
  readonly results: Results;
  readonly limits: FindingLimits;
  /** The check that blocks others, if it does. */
  readonly blockedBy: (check: string) => RootCause | undefined;
  /** What a reader may filter a judgement by, as attributes with their values. */
  readonly filterValues: (judgement: Judgement) => readonly (readonly [name: string, value: string])[];
  /** The id of the cause that a failed check belongs to. */
  readonly causeOf: (check: string) => string | undefined;
  readonly session: Session;
  readonly exchangeAt: (index: number) => Exchange | undefined;
  readonly judgementOf: (check: string) => Judgement | undefined;
  /** How much the cards of the causes tell, and how much the checks. */
  readonly cards: CardDetail;
  readonly checks: CheckDetail;
  readonly shown: ShownExchanges;
}

export function contextOf(results: Results, session: Session): Context {
  const causes = new Map(results.causes.flatMap(({ id, checks }) => checks.map((check) => [check, id] as const)));
  const judgements = allJudgements(results);
  const blocking = new Map(rootCauses(judgements, results).map((root) => [root.check, root]));
  const waysOf = waysByExchange(results);
  const byIndex = new Map(session.exchanges.map((exchange) => [exchange.index, exchange]));
  const byCheck = new Map(judgements.map((judgement) => [judgement.check, judgement]));
  return {
    results,
    session,
    exchangeAt: (index) => byIndex.get(index),
    judgementOf: (check) => byCheck.get(check),
    cards: cardDetails[0],
    checks: checkDetails[0],
    shown: shownExchanges(results, session),
    limits: findingLimits(judgements),
    causeOf: (check) => causes.get(check),
    blockedBy: (check) => blocking.get(check),
    filterValues: ({ check, level, must, outcome, exchanges }) => {
      const own = waysOf(exchanges);
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

/** The ways in that some exchanges belong to, in the order of the results. */
function waysByExchange({ ways }: Results): (exchanges: readonly number[]) => readonly string[] {
  const byIndex = new Map<number, string[]>();
  for (const { way, exchanges } of ways) {
    for (const index of exchanges) byIndex.set(index, [...(byIndex.get(index) ?? []), way]);
  }
  return (exchanges) => {
    const found = new Set<string>();
    for (const index of exchanges) {
      if (found.size === ways.length) break;
      for (const way of byIndex.get(index) ?? []) found.add(way);
    }
    return ways.map(({ way }) => way).filter((way) => found.has(way));
  };
}
