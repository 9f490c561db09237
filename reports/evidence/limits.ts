import type { Results } from '../../harness/engine/verdict/results.ts';
import type { Exchange, Session } from '../../harness/wire/exchange/exchange.ts';

/** How many characters of each body of an exchange a report shows. */
export type BodyLimit = (exchange: Exchange) => number;

const perBody = 64 * 1024;
const budget = 1_800_000;

/**
 * Keeps a report small however long the session is: an exchange that a finding points at is shown up to 64 KiB per body, the others
 * up to the largest power of two, 1 KiB at least, with which all of them fit.
 */
export function bodyLimit({ judgements }: Results, { exchanges }: Session): BodyLimit {
  const cited = new Set(judgements.flatMap(({ findings }) => findings.map(({ exchange }) => exchange)));
  const weight = (limit: number) =>
    exchanges.reduce((sum, exchange) => sum + shown(exchange, cited.has(exchange.index) ? perBody : limit), 0);
  let limit = perBody;
  while (limit > 1024 && weight(limit) > budget) limit /= 2;
  return ({ index }) => (cited.has(index) ? perBody : limit);
}

/** Bodies as they weigh in the report: markup grows by its escapes and its indent. */
function shown({ request, answer }: Exchange, limit: number): number {
  const response = answer.response?.body.length ?? 0;
  return 1.5 * (Math.min(request.body.length, limit) + Math.min(response, limit));
}
