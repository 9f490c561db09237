import type { Judgement, Outcome } from '../../harness/engine/verdict/results.ts';
import { mustKinds } from '../../harness/engine/rule/kind-of-must.ts';
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

/** The level, and what a MUST rests on. */
export function levelBadge({ level, must }: Pick<Judgement, 'level' | 'must'>): Markup {
  const kind = must === undefined ? '' : ` · ${mustKinds[must]}`;
  return html`<span class="level ${level.toLowerCase()}">${level}${kind}</span>`;
}
