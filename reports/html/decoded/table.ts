import { html, nothing, type Markup } from '../../markup.ts';
import { shortened } from '../../text/shortened.ts';
import { count } from '../../text/units.ts';

/** A document may have as many parts as a target likes. */
const mostRows = 150;
const longestCell = 400;
/** A longer text may break anywhere. */
const shortCell = 32;

/** A decoded document, a part in each row. */
export function decodedTable(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): Markup {
  const left = rows.length - mostRows;
  return html`<div class="scroll" role="group" aria-label="${shortened(caption, longestCell)}" tabindex="0">
      <table class="decoded">
        <caption>
          ${shortened(caption, longestCell)}
        </caption>
        <thead>
          <tr>
            ${columns.map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.slice(0, mostRows).map(
            (cells) =>
              html`<tr>
                ${cells.map((cell) => html`<td${cell.length > shortCell ? html` class="long"` : nothing}>${shortened(cell, longestCell)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${left > 0 ? html`<p class="small">${count(left, 'further row')}: see the document.</p>` : nothing}`;
}
