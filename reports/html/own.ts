import type { Results } from '../../harness/engine/verdict/results.ts';
import { html, nothing, type Markup } from '../markup.ts';
import { isBroken } from '../own/own-judgements.ts';
import { moduleTitle } from '../own/own-sentences.ts';
import { shortened } from '../text/shortened.ts';

/** Characters of a sentence that the first screen shows; `results.json` has the whole. */
const longest = 600;

/** What became of each module of checks, for the first screen; nothing without modules. */
export function ownNotes({ own = [] }: Results): Markup {
  if (own.length === 0) return nothing;
  return html`<ul class="scope" aria-label="Own checks">
    ${own.map((results) => {
      const { module, because, counts, judgements, problems = [] } = results;
      const text = shortened(`Own checks, beside the verdict: ${moduleTitle(results)}: ${because}`, longest);
      const link = judgements.length === 0 ? nothing : html` <a href="#phase-${module.prefix}">Which</a>.`;
      const isLoud = counts.failed > 0 || isBroken(results);
      return html`<li>${isLoud ? html`<strong>${text}.</strong>` : html`${text}.`}${link}</li>
        ${problems.map((problem) => html`<li><strong>${shortened(problem, longest)}.</strong></li>`)}`;
    })}
  </ul>`;
}
