import type { Refusal } from '../../harness/engine/explanation/refusal.ts';
import { html } from '../markup.ts';
import { cameSentence, codeSentence, refusalSentence, saidBy } from '../text/refusal.ts';
import { shortened } from '../text/shortened.ts';
import { blocksSentence } from '../text/wording.ts';
import { rowsFor, type Card } from './card.ts';
import type { Context } from './context.ts';
import { address, checkLinks, exchangeLinks, linked, withCode } from './links.ts';
import { repeatPart } from './repeat.ts';

/** A valid request that did not get its answer: where it went, what came, what a device shows, and who has to do what. */
export function refusalCard(refusal: Refusal, { results, exchangeAt, cards: { characters, rows } }: Context): Card {
  const { exchange, exchanges, url, actor, remedy } = refusal;
  const causes = results.causes.filter((cause) => cause.refusal === exchange);
  const checks = causes.flatMap((cause) => cause.checks);
  const said = saidBy(refusal);
  const first = rows === 'all' ? exchangeAt(exchange) : undefined;
  return {
    title: linked(refusalSentence(refusal), results),
    brief: refusalSentence(refusal),
    tone: 'failed',
    anchor: `refusal/${exchange}`,
    rows: rowsFor(rows, [
      ['Asked', html`<code>${address(shortened(url, characters))}</code>`],
      ['Got', linked(shortened(cameSentence(refusal), characters), results)],
      ['Why', refusal.why],
      ['Says', said && shortened(said, characters)],
      ['Device', withCode(codeSentence(refusal))],
      ['Do', html`<strong>${actor}:</strong> ${remedy}`],
      ['Fails', checks.length === 0 ? undefined : checkLinks(checks), 'technical'],
      ['Blocks', blocksSentence(causes)],
      ['All', exchanges.length === 1 ? undefined : exchangeLinks(exchanges), 'technical'],
      ['Repeat', checks.length === 0 ? undefined : repeatPart(results, checks, first), 'technical'],
    ]),
  };
}
