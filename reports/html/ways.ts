import type { Results, WayResult } from '../../harness/engine/verdict/results.ts';
import { html, nothing, type Markup } from '../markup.ts';
import { wayWord } from '../text/ways.ts';
import { checkLinks, exchangeLinks } from './links.ts';

/** Each way in with its own verdict, which stands beside that on the whole. */
export function waysSection({ ways }: Results): Markup {
  if (ways.length === 0) return nothing;
  return html`<section aria-labelledby="ways">
    <h2 id="ways">Ways in</h2>
    <p>
      How a device may authenticate when it enrolls. The verdict on a way rests on its own exchanges: what failed in
      none of them is not counted there. The verdict at the top is about all of them.
    </p>
    <div class="scroll" role="group" aria-label="Ways in" tabindex="0">
      <table>
        <caption>
          Each way in
        </caption>
        <thead>
          <tr>
            <th scope="col">Way</th>
            <th scope="col">Verdict</th>
            <th scope="col">Why</th>
            <th scope="col">Failed checks</th>
            <th scope="col">Exchanges</th>
          </tr>
        </thead>
        <tbody>
          ${ways.map(row)}
        </tbody>
      </table>
    </div>
  </section>`;
}

function row(result: WayResult): Markup {
  const { way, because, failed, exchanges } = result;
  return html`<tr>
    <th scope="row">${way}</th>
    <td>${wayWord(result)}</td>
    <td>${because}</td>
    <td>${failed.length === 0 ? 'none' : checkLinks(failed.map(({ check }) => check))}</td>
    <td>${exchanges.length === 0 ? 'none' : exchangeLinks(exchanges)}</td>
  </tr>`;
}
