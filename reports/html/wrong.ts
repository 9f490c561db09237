import type { Results } from '../../harness/engine/verdict/results.ts';
import { html, nothing, type Markup } from '../markup.ts';
import { shortened } from '../text/shortened.ts';
import { reasonOf } from '../text/wording.ts';
import { cards, type Card } from './card.ts';
import type { Context } from './context.ts';
import { checkLink } from './links.ts';
import type { Section } from './section.ts';
import { sorted, type Sorted } from './sorted.ts';
import { unjudged } from './unjudged.ts';

/** How many cards are open; of the others the title shows. */
const openCards = 6;

/** What is wrong, what stops most first, and what is left open; and apart from it what no Windows meets. */
export function wrong(context: Context): readonly Section[] {
  const { results } = context;
  const all = sorted(context);
  const title = titleOf(all);
  const { main, minor, contrived } = all;
  const sections = [
    {
      id: 'wrong',
      title,
      content: html`${inShort(main)} ${main.length === 0 ? nothingOf(all) : cards(main, openCards)}
      ${internalErrors(results, context.cards.characters)} ${minor} ${unjudged(results)}`,
    },
  ];
  if (contrived === undefined) return sections;
  return [
    ...sections,
    {
      id: 'contrived',
      title: 'Requests that no Windows sends',
      content: html`<p class="small">
          Windows with its usual offers sends none of the requests below, so no device shows a code for them. Other
          clients may send them.
        </p>
        ${cards(contrived.main, Math.max(openCards - main.length, 0))} ${contrived.minor}`,
    },
  ];
}

/** So many fit on a screen without a list. */
const fewCards = 2;

function inShort(main: readonly Card[]): Markup {
  if (main.length <= fewCards) return nothing;
  return html`<ol class="short-list" aria-label="In short">
    ${main.map(({ brief, anchor }) => html`<li><a href="#${anchor}">${brief}</a></li>`)}
  </ol>`;
}

function titleOf({ isStopped, isWrong }: Sorted): string {
  if (!isStopped) return 'What is wrong';
  return isWrong ? 'What stopped, and what is wrong' : 'What stopped';
}

function nothingOf({ contrived, isReached }: Sorted): Markup {
  if (!isReached) return html`<p>The run ended before the server could be judged.</p>`;
  return contrived === undefined || contrived.main.length === 0
    ? html`<p>No mandatory check failed, and no valid request was refused.</p>`
    : html`<p>
        Nothing that Windows meets: each mandatory check that failed is about
        <a href="#contrived">requests that no Windows sends</a>.
      </p>`;
}

function internalErrors({ judgements }: Results, most: number): Markup {
  const errored = judgements.filter(({ outcome }) => outcome === 'errored');
  return html`${errored.map((judgement) => html`<p class="note errored"><strong>Internal error in ${checkLink(judgement.check)}:</strong> ${shortened(reasonOf(judgement), most)}</p>`)}`;
}
