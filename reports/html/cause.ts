import type { Cause } from '../../harness/engine/verdict/cause.ts';
import type { Judgement, Results } from '../../harness/engine/verdict/results.ts';
import { html, type Markup } from '../markup.ts';
import { count } from '../text/units.ts';
import { blocksSentence, deviceSentence, mustSentence } from '../text/wording.ts';
import { levelBadge } from './badges.ts';
import type { Card } from './card.ts';
import { checkLink, checkLinks, exchangeLink, linked, placeLink, withCode } from './links.ts';

/** One thing that is wrong with the server: which checks show it, what was seen, what a device makes of it, and what to change. */
export function causeCard(cause: Cause, results: Results): Card {
  const { headline, level, checks, seen, remedy } = cause;
  const judgement = results.judgements.find(({ check }) => check === checks[0]);
  return {
    title: judgement?.title === headline ? html`<span class="soft">Not met:</span> ${headline}` : headline,
    badge: levelBadge(judgement?.level === level ? judgement : { level }),
    tone: level === 'MUST' ? 'failed' : 'warned',
    rows: [
      ['Seen', linked(seen, results)],
      ['Device', withCode(deviceSentence(cause))],
      ['Change', remedy],
      ['Where', whereOf(cause, judgement)],
      [checks.length === 1 ? 'Check' : 'Checks', checksOf(cause, judgement)],
      ['Blocks', blocksSentence([cause])],
    ],
  };
}

function whereOf({ exchange }: Cause, judgement: Judgement | undefined): Markup {
  const [finding] = judgement?.findings ?? [];
  return finding === undefined ? exchangeLink(exchange) : placeLink(finding);
}

function checksOf({ checks, musts }: Cause, judgement: Judgement | undefined): Markup {
  const must = judgement && mustSentence(judgement);
  if (checks.length > 1) return html`${musts} MUST, ${count(checks.length, 'check')}: ${checkLinks(checks)}`;
  return html`${checkLink(checks[0])}${must === undefined ? '' : ` · ${must}`}`;
}
