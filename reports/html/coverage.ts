import type { CoverageRow, Results } from '../../harness/engine/verdict/results.ts';
import { html, nothing, type Markup } from '../markup.ts';

/** How far the run covers the catalogue, and each requirement that it did not verify, with the reason. */
export function coverage({ coverage: { total, documents, phases, gaps } }: Results): Markup {
  return html`<section aria-labelledby="coverage">
    <h2 id="coverage">What was not tested, and why</h2>
    <p>
      The catalogue has ${total.total} requirements. This run verified ${total.verified} of them: a check at the level
      of the requirement passed or failed, and none was left open. A run with all states and capabilities can verify
      ${total.attainable}. For ${total.unjudged}, there is a check, but this run came to no decision. For
      ${total.planned}, a check is planned. ${total.excluded} cannot be tested from outside or are out of reach.
    </p>
    ${table('Per document', 'Document', documents, total)} ${table('Per phase', 'Phase', phases, total)}
    ${
      gaps.length === 0
        ? nothing
        : html`<details class="gaps">
            <summary><span class="title">All ${gaps.length} requirements that this run did not verify</span></summary>
            <div class="inside scroll" role="group" aria-label="Requirements not verified" tabindex="0">
              <table>
                <caption>
                  Requirements not verified
                </caption>
                <thead>
                  <tr>
                    <th scope="col">Requirement</th>
                    <th scope="col">Rule</th>
                    <th scope="col">Why not</th>
                  </tr>
                </thead>
                <tbody>
                  ${gaps.map(
                    ({ requirement, rule, reason }) =>
                      html`<tr>
                        <th scope="row" class="mono">${requirement}</th>
                        <td>${rule}</td>
                        <td>${reason}</td>
                      </tr>`,
                  )}
                </tbody>
              </table>
            </div>
          </details>`
    }
  </section>`;
}

function table(caption: string, first: string, rows: readonly CoverageRow[], total: CoverageRow): Markup {
  return html`<div class="scroll" role="group" aria-label="Coverage: ${caption}" tabindex="0">
    <table class="count">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${first}</th>
          <th scope="col">Requirements</th>
          <th scope="col">Verified</th>
          <th scope="col">Attainable</th>
          <th scope="col">Not judged</th>
          <th scope="col">Planned</th>
          <th scope="col">Excluded</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(row)}
      </tbody>
      <tfoot>
        ${row(total)}
      </tfoot>
    </table>
  </div>`;
}

function row({ name, total, verified, attainable, unjudged, planned, excluded }: CoverageRow): Markup {
  const share = total === 0 ? '' : ` (${Math.floor((100 * verified) / total)} %)`;
  return html`<tr>
    <th scope="row">${name}</th>
    <td>${total}</td>
    <td>${verified}${share}</td>
    <td>${attainable}</td>
    <td>${unjudged}</td>
    <td>${planned}</td>
    <td>${excluded}</td>
  </tr>`;
}
