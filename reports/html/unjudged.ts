import type { Results } from '../../harness/engine/verdict/results.ts';
import { html, nothing, type Markup } from '../markup.ts';
import { reasonsOf, tally, unjudgedSentence } from '../text/unjudged.ts';
import { outcomeMarks } from '../text/wording.ts';

/** What could not be judged, in one line that unfolds the reasons; the lists of the phases name each check. */
export function unjudged(results: Results): Markup {
  const sentence = unjudgedSentence(results);
  if (sentence === undefined) return nothing;
  return html`<details class="fold inconclusive">
    <summary>
      <span class="title"
        ><span class="sign" aria-hidden="true">${outcomeMarks.inconclusive.symbol}</span> ${sentence}</span
      >
    </summary>
    <div class="inside">
      <ul>
        ${reasonsOf(results).map(({ reason, members }) => html`<li>${tally(members)}: ${reason}</li>`)}
      </ul>
      <p class="small">Each check stands in the list of its phase, under <a href="#checks">Checks</a>.</p>
    </div>
  </details>`;
}
