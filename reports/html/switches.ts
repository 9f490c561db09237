import { html, type Markup } from '../markup.ts';

/** For whom the page is, and what goes on paper. Both work without a script. */
export function switches(): Markup {
  return html`<div class="switches">
    <fieldset>
      <legend>View</legend>
      <label
        ><input type="radio" name="view" id="view-engineer" value="" data-field="view" checked />Engineer:
        everything</label
      >
      <label
        ><input type="radio" name="view" id="view-manager" value="manager" data-field="view" />Manager: verdict and
        causes</label
      >
    </fieldset>
    <label><input type="checkbox" id="print-all" />On paper: everything, not only what failed</label>
    <button type="button" id="print-now" data-script hidden>Print all</button>
  </div>`;
}
