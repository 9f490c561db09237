import type { Judgement, Outcome } from '../../harness/engine/verdict/results.ts';
import type { Level } from '../../harness/engine/rule/check.ts';
import { html, type Markup } from '../markup.ts';
import { outcomeMarks } from '../text/wording.ts';

/** The colour class of a judgement: a failed SHOULD or MAY is a warning. */
export function tone({ outcome, level }: Pick<Judgement, 'outcome' | 'level'>): string {
  return outcome === 'failed' && level !== 'MUST' ? 'warned' : outcome;
}

export function outcomeBadge(judgement: Pick<Judgement, 'outcome' | 'level'>): Markup {
  return badge(judgement.outcome, tone(judgement));
}

export function badge(outcome: Outcome, className: string = outcome): Markup {
  const { symbol, word } = outcomeMarks[outcome];
  return html`<span class="badge ${className}"><span class="sign" aria-hidden="true">${symbol}</span> ${word}</span>`;
}

export function levelBadge(level: Level): Markup {
  return html`<span class="level ${level.toLowerCase()}">${level}</span>`;
}
