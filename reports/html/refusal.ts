import type { Refusal } from '../../harness/engine/explanation/refusal.ts';
import type { Results } from '../../harness/engine/verdict/results.ts';
import { html } from '../markup.ts';
import { cameSentence, codeSentence, refusalSentence, saidBy } from '../text/refusal.ts';
import { blocksSentence } from '../text/wording.ts';
import type { Card } from './card.ts';
import { address, checkLinks, exchangeLinks, linked, withCode } from './links.ts';

/** A valid request that did not get its answer: where it went, what came, what a device shows, and who has to do what. */
export function refusalCard(refusal: Refusal, results: Results): Card {
  const { exchange, exchanges, url, actor, remedy } = refusal;
  const causes = results.causes.filter((cause) => cause.refusal === exchange);
  const checks = causes.flatMap((cause) => cause.checks);
  return {
    title: linked(refusalSentence(refusal), results),
    tone: 'failed',
    rows: [
      ['Asked', html`<code>${address(url)}</code>`],
      ['Got', linked(cameSentence(refusal), results)],
      ['Why', refusal.why],
      ['Says', saidBy(refusal)],
      ['Device', withCode(codeSentence(refusal))],
      ['Do', html`<strong>${actor}:</strong> ${remedy}`],
      ['Fails', checks.length === 0 ? undefined : checkLinks(checks)],
      ['Blocks', blocksSentence(causes)],
      ['All', exchanges.length === 1 ? undefined : exchangeLinks(exchanges)],
    ],
  };
}
