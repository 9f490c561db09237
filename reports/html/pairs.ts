import { html, nothing, type Markup } from '../markup.ts';

/** A name with what is to be said of it; a row without a value is left out. */
export type Row = readonly [name: string, value: Markup | string | undefined];

/** Named facts below each other. */
export function pairs(rows: readonly Row[], className = 'pairs'): Markup {
  return html`<dl class="${className}">
    ${rows.map(([name, value]) =>
      value === undefined
        ? nothing
        : html`<dt>${name}</dt>
            <dd>${value}</dd>`,
    )}
  </dl>`;
}
