import { html, type Markup } from '../markup.ts';

/** A part of the report that the list of contents names. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly content: Markup;
}

export function sectionMarkup({ id, title, content }: Section): Markup {
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    ${content}
  </section>`;
}
