import { html, nothing, type Markup } from '../markup.ts';
import { pairs, type Row } from './pairs.ts';
import type { CardDetail } from './size/details.ts';

/** One thing that is wrong, with what is known of it. */
export interface Card {
  readonly title: Markup | string;
  /** The title without links. */
  readonly brief: string;
  /** Beside the title. */
  readonly badge?: Markup;
  readonly tone: 'failed' | 'warned';
  /** Stays the same whatever else is wrong. */
  readonly anchor: string;
  readonly rows: readonly Row[];
}

/** What stays where little can be told: what was seen or came, what a device makes of it, and where more stands. */
const least: readonly string[] = ['Seen', 'Got', 'Device', 'Check', 'Checks', 'Fails'];

/** The rows that a card of so much detail has. */
export function rowsFor(detail: CardDetail['rows'], rows: readonly Row[]): readonly Row[] {
  if (detail === 'seen') return rows.filter(([name]) => least.includes(name));
  return detail === 'main' ? rows.filter(([name, , whom]) => whom === undefined || least.includes(name)) : rows;
}

/** The first `open` cards in full; of the others the title, which unfolds the rest. */
export function cards(all: readonly Card[], open: number): Markup {
  if (all.length === 0) return nothing;
  return html`<ol class="cards">
    ${all.map((card, index) => (index < open ? openCard(card) : foldedCard(card)))}
  </ol>`;
}

/** All cards behind one line. */
export function foldedCards(title: string, all: readonly Card[]): Markup {
  if (all.length === 0) return nothing;
  return html`<details class="fold">
    <summary><span class="title">${title}</span></summary>
    <div class="inside">${cards(all, all.length)}</div>
  </details>`;
}

function openCard({ title, badge = nothing, tone, anchor, rows }: Card): Markup {
  return html`<li class="card ${tone}" id="${anchor}">
    <div class="head">
      <h3>${title}</h3>
      ${badge}
    </div>
    ${pairs(rows)}
  </li>`;
}

function foldedCard({ title, badge = nothing, tone, anchor, rows }: Card): Markup {
  return html`<li class="card ${tone}" id="${anchor}">
    <details>
      <summary>
        <h3 class="title">${title}</h3>
        ${badge}
      </summary>
      <div class="unfolded">${pairs(rows)}</div>
    </details>
  </li>`;
}
