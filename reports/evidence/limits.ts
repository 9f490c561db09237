import type { Results } from '../../harness/engine/verdict/results.ts';
import type { Exchange, Session } from '../../harness/wire/exchange/exchange.ts';

/** How many characters of each body of an exchange a report shows. */
export type BodyLimit = (exchange: Exchange) => number;

const perBody = 64 * 1024;
const budget = 1_800_000;

/**
 * Keeps a report small for any length of the session. A body of an exchange with a finding is shown up to 64 KiB. Other bodies are
 * shown up to the largest power of two, at least 1 KiB, with which all of them fit.
 */
export function bodyLimit({ judgements }: Results, { exchanges }: Session): BodyLimit {
  const cited = new Set(judgements.flatMap(({ findings }) => findings.map(({ exchange }) => exchange)));
  const weight = (limit: number) =>
    exchanges.reduce((sum, exchange) => sum + shown(exchange, cited.has(exchange.index) ? perBody : limit), 0);
  let limit = perBody;
  while (limit > 1024 && weight(limit) > budget) limit /= 2;
  return ({ index }) => (cited.has(index) ? perBody : limit);
}

/** The size of the bodies in the report, where escapes and indents make markup longer. */
function shown({ request, answer }: Exchange, limit: number): number {
  const response = answer.response?.body.length ?? 0;
  return 1.5 * (Math.min(request.body.length, limit) + Math.min(response, limit));
}
