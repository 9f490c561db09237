import type { Results } from '../../harness/engine/verdict/results.ts';
import { html, nothing, type Markup } from '../markup.ts';
import { shortened } from '../text/shortened.ts';
import { count } from '../text/units.ts';
import { reasonsOf, tally, unjudgedSentence } from '../text/unjudged.ts';
import { outcomeMarks } from '../text/wording.ts';

/** A reason may quote what a target sent. */
const longest = 500;
const mostReasons = 40;

/** What could not be judged, in one line that unfolds the reasons; the lists of the phases name each check. */
export function unjudged(results: Results): Markup {
  const sentence = unjudgedSentence(results);
  if (sentence === undefined) return nothing;
  const reasons = reasonsOf(results);
  const left = reasons.length - mostReasons;
  return html`<details class="fold inconclusive">
    <summary>
      <span class="title"
        ><span class="sign" aria-hidden="true">${outcomeMarks.inconclusive.symbol}</span> ${sentence}</span
      >
    </summary>
    <div class="inside">
      <ul>
        ${reasons.slice(0, mostReasons).map(({ reason, members }) => html`<li>${tally(members)}: ${shortened(reason, longest)}</li>`)}
        ${left > 0 ? html`<li>${count(left, 'further reason')}: see results.json.</li>` : nothing}
      </ul>
      <p class="small">Each check stands in the list of its phase, under <a href="#checks">Checks</a>.</p>
    </div>
  </details>`;
}
