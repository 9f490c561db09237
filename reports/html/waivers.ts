import type { Judgement, Results } from '../../harness/engine/verdict/results.ts';
import type { WaiverUse } from '../../harness/engine/verdict/waiver.ts';
import { html, nothing, type Markup } from '../markup.ts';
import { baselineSentences } from '../text/gate.ts';
import { shortened } from '../text/shortened.ts';
import { waivedSentences, waiverSentence, waiversInOrder } from '../text/waived.ts';

/** Characters of a sentence that the first screen shows; `results.json` has the whole. */
const longest = 600;

/** What is waived, by whom, why and until when, expired waivers first, and what is new against the baseline; for the first screen. */
export function waiverNotes(results: Results): Markup {
  const waivers = waiversInOrder(results);
  const loud = waivers.filter(({ state }) => state !== 'unused');
  const quiet = waivers.filter(({ state }) => state === 'unused');
  const baseline = baselineSentences(results);
  return html`${list('Waivers', loud.map(entry))} ${quietOnes(quiet)}
  ${list(
    'Baseline',
    baseline.map((sentence) => html`<li>${shortened(sentence, longest)}.</li>`),
  )}`;
}

/** What lies over a failed check; nothing where it is not waived. */
export function waivedNote(judgement: Judgement): Markup {
  return html`${waivedSentences(judgement).map((sentence) => html`<p class="note">${shortened(sentence, longest)}</p>`)}`;
}

function entry(waiver: WaiverUse): Markup {
  const text = shortened(waiverSentence(waiver), longest);
  return waiver.state === 'applied' ? html`<li>${text}</li>` : html`<li><strong>${text}</strong></li>`;
}

function list(name: string, entries: readonly Markup[]): Markup {
  if (entries.length === 0) return nothing;
  return html`<ul class="scope" aria-label="${name}">
    ${entries}
  </ul>`;
}

function quietOnes(waivers: readonly WaiverUse[]): Markup {
  if (waivers.length === 0) return nothing;
  return html`<details class="small">
    <summary>Waivers that this run did not use (${waivers.length})</summary>
    <ul>
      ${waivers.map(entry)}
    </ul>
  </details>`;
}
