import { html, nothing, type Markup } from '../markup.ts';

/** A name with what is to be said of it; a row without a value is left out. Only an engineer needs a `technical` one. */
export type Row = readonly [name: string, value: Markup | string | undefined, whom?: 'technical'];

/** Named facts below each other. */
export function pairs(rows: readonly Row[], className = 'pairs'): Markup {
  return html`<dl class="${className}">
    ${rows.map(([name, value, whom]) => {
      if (value === undefined) return nothing;
      const hidden = whom === undefined ? nothing : html` class="technical"`;
      return html`<dt${hidden}>${name}</dt>
        <dd${hidden}>${value}</dd>`;
    })}
  </dl>`;
}
