import type { Cause } from '../../harness/engine/verdict/cause.ts';
import type { Finding, Judgement } from '../../harness/engine/verdict/results.ts';
import { html, type Markup } from '../markup.ts';
import { shortened } from '../text/shortened.ts';
import { count } from '../text/units.ts';
import { blocksSentence, damageMeanings, deviceSentence, mustSentence } from '../text/wording.ts';
import { levelBadge } from './badges.ts';
import { rowsFor, type Card } from './card.ts';
import type { Context } from './context.ts';
import { checkLink, checkLinks, exchangeLink, linked, placeLink, withCode } from './links.ts';
import { repeatPart } from './repeat.ts';

/** One thing that is wrong with the server: what it means, what was seen, what a device makes of it, what to change, how to see it again. */
export function causeCard(
  cause: Cause,
  { results, exchangeAt, judgementOf, cards: { characters, rows } }: Context,
): Card {
  const { headline, level, checks, seen, remedy } = cause;
  const judgement = judgementOf(checks[0]);
  const [finding] = judgement?.findings ?? [];
  const exchange = rows === 'all' ? exchangeAt((finding ?? cause).exchange) : undefined;
  return {
    title: judgement?.title === headline ? html`<span class="soft">Not met:</span> ${headline}` : headline,
    brief: judgement?.title === headline ? `Not met: ${headline}` : headline,
    badge: levelBadge(judgement?.level === level ? judgement : { level }),
    tone: level === 'MUST' ? 'failed' : 'warned',
    anchor: `cause/${cause.id.replaceAll(/\s+/g, '_')}`,
    rows: rowsFor(rows, [
      ['Means', damageMeanings[cause.damage]],
      ['Seen', linked(shortened(seen, characters), results)],
      ['Expected', value(finding?.expected, characters), 'technical'],
      ['Actual', value(actualOf(finding), characters), 'technical'],
      ['Device', withCode(deviceSentence(cause))],
      ['Change', remedy],
      ['Rule', ruleOf(judgement), 'technical'],
      ['Where', finding === undefined ? exchangeLink(cause.exchange) : placeLink(finding), 'technical'],
      [checks.length === 1 ? 'Check' : 'Checks', checksOf(cause, judgement), 'technical'],
      ['Blocks', blocksSentence([cause])],
      ['Repeat', repeatPart(results, checks, exchange), 'technical'],
    ]),
  };
}

/** What was seen in place of what was expected, where the finding names no value: its sentence. */
function actualOf(finding: Finding | undefined): string | undefined {
  return finding?.actual ?? (finding?.expected === undefined ? undefined : finding.message);
}

function value(text: string | undefined, most: number): Markup | undefined {
  return text === undefined ? undefined : html`<code>${shortened(text, most)}</code>`;
}

function ruleOf(judgement: Judgement | undefined): Markup | undefined {
  const requirement = judgement?.requirements[0];
  return requirement && html`${requirement.rule} <span class="source">${requirement.id} · ${requirement.source}</span>`;
}

function checksOf({ checks, musts }: Cause, judgement: Judgement | undefined): Markup {
  const must = judgement && mustSentence(judgement);
  if (checks.length > 1) return html`${musts} MUST, ${count(checks.length, 'check')}: ${checkLinks(checks)}`;
  return html`${checkLink(checks[0])}${must === undefined ? '' : ` · ${must}`}`;
}
