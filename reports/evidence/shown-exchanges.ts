import { createHash } from 'node:crypto';
import type { Results } from '../../harness/engine/verdict/results.ts';
import type { Exchange, Session } from '../../harness/wire/exchange/exchange.ts';
import { allJudgements } from '../own/own-judgements.ts';

/** Which exchanges a report shows with their messages; of all others it gives the facts and the digests. */
export interface ShownExchanges {
  readonly has: (index: number) => boolean;
  /** Their indices, what a reader needs most first. */
  readonly order: readonly number[];
  /** Indices of those that nothing is wrong with: one example of each kind of message. */
  readonly examples: ReadonlySet<number>;
}

/** Characters of one body that a report shows at most. */
export const bodyLimit = 48 * 1024;
/** Of one check, the messages of so many exchanges are shown. */
const perCheck = 3;
/** Characters of markup for the messages of exchanges with findings, and of the examples. */
const budgets = { cited: 2_400_000, examples: 360_000 };

/**
 * Chooses what a report shows whole, so that it stays small for any length of the session: what the causes, the refusals and the first
 * findings of each failed check point at, the gravest first, and one answered example of each kind of message on each way in.
 */
export function shownExchanges(results: Results, session: Session): ShownExchanges {
  const byIndex = new Map(session.exchanges.map((exchange) => [exchange.index, exchange]));
  const chosen = new Set<number>();
  choose(citedIn(results), budgets.cited, byIndex, chosen);
  const cited = new Set(chosen);
  choose(examplesIn(results, byIndex), budgets.examples, byIndex, chosen);
  return {
    has: (index) => chosen.has(index),
    order: [...chosen],
    examples: new Set([...chosen].filter((index) => !cited.has(index))),
  };
}

/** SHA-256 of a body as the session holds it, in hexadecimal. */
export function digestOf(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex');
}

function choose(
  wanted: readonly number[],
  budget: number,
  byIndex: ReadonlyMap<number, Exchange>,
  chosen: Set<number>,
): void {
  let left = budget;
  for (const index of wanted) {
    const exchange = byIndex.get(index);
    if (exchange === undefined || chosen.has(index)) continue;
    const weight = weightOf(exchange);
    if (weight > left) continue;
    left -= weight;
    chosen.add(index);
  }
}

/** What the report has to say first comes first. */
function citedIn(results: Results): readonly number[] {
  const { causes, refusals } = results;
  const failed = allJudgements(results).filter(({ outcome }) => outcome === 'failed' || outcome === 'errored');
  const seen = failed.map(({ findings }) => [...new Set(findings.map(({ exchange }) => exchange))].slice(0, perCheck));
  return [
    ...causes.map(({ exchange }) => exchange),
    ...refusals.flatMap(({ exchange, answeredIn }) => (answeredIn === undefined ? [exchange] : [exchange, answeredIn])),
    ...seen.flatMap((exchanges) => exchanges.slice(0, 1)),
    ...seen.flatMap((exchanges) => exchanges.slice(1)),
  ];
}

/** The kinds of an enrollment and its session, in which a reader looks for an example. */
const kinds = ['discover', 'get-policies', 'issue', 'manage', 'renew'];

function examplesIn({ exchanges, ways }: Results, byIndex: ReadonlyMap<number, Exchange>): readonly number[] {
  const groups = [...ways.map((way) => new Set(way.exchanges)), undefined];
  const usual = exchanges.filter(({ index, deviations, variant }) => {
    const answer = byIndex.get(index)?.answer;
    return (
      deviations.length === 0 && variant === undefined && answer?.kind === 'answered' && answer.response.status === 200
    );
  });
  return kinds.flatMap((kind) =>
    groups.flatMap(
      (group) => usual.find((note) => note.kind === kind && (group?.has(note.index) ?? true))?.index ?? [],
    ),
  );
}

/** The size of its messages in the report, where escapes, indents and tables make markup longer. */
function weightOf({ request, answer }: Exchange): number {
  const headers = [...request.headers, ...(answer.response?.headers ?? [])];
  const inHeaders = headers.reduce((sum, [name, value]) => sum + name.length + value.length + 30, 0);
  const bodies = [request.body, answer.response?.body ?? new Uint8Array()];
  return 2000 + inHeaders + bodies.reduce((sum, { length }) => sum + 2 * Math.min(length, bodyLimit), 0);
}
