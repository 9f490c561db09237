import { html, nothing, type Markup } from '../../markup.ts';

/** Bytes of the whole page at most, whatever a target sent and however often. */
export const pageLimit = 5_000_000;

/** What the parts may have. What they leave goes to the evidence, which is cut first. */
export const shares = { causes: 1_300_000, checks: 2_200_000, chains: 300_000 };

/** In the header: that the page is cut, and where it says how. */
export function cutNote(cuts: readonly string[]): Markup {
  if (cuts.length === 0) return nothing;
  return html`<p class="note">
    <strong>Not everything stands on this page.</strong> It is kept below 5 MB: see
    <a href="#cut">what it leaves out</a>. The verdict is about everything.
  </p>`;
}

/** What the page leaves out so that it can still be opened and sent: how much of what, and where it is. */
export function cutSection(cuts: readonly string[]): Markup {
  if (cuts.length === 0) return nothing;
  return html`<section aria-labelledby="cut">
    <h2 id="cut">What this page leaves out</h2>
    <p>
      A page of more than 5 MB is hard to open and to send. This one was cut where a reader misses least. The results
      and the session are whole: <code>results.json</code> and <code>session.har</code>.
    </p>
    <ul>
      ${cuts.map((cut) => html`<li>${cut}</li>`)}
    </ul>
  </section>`;
}
