import type { TrendRow } from '../../harness/engine/verdict/results.ts';
import { html, nothing, type Markup } from '../markup.ts';
import { count, instant } from '../text/units.ts';
import { verdictMarks } from '../text/wording.ts';

const width = 780;
const height = 120;
const [left, right, top, bottom] = [40, 20, 16, 24];

/** The runs of the same target before this one, where the run kept a history (`--history`): a picture, and the same as a table. */
export function trendSection(rows: readonly TrendRow[] = []): Markup {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return nothing;
  return html`<section aria-labelledby="trend">
    <h2 id="trend">Trend</h2>
    <p class="small">${summaryOf(rows)}</p>
    ${rows.length > 1 ? picture(rows, first, last) : nothing} ${table(rows)}
  </section>`;
}

function summaryOf(rows: readonly TrendRow[]): string {
  const breaks = rows.filter(({ isComparable }, index) => index > 0 && !isComparable).length;
  const known = `The history has ${count(rows.length, 'run')} of this target.`;
  return breaks === 0
    ? known
    : `${known} The line breaks where a run was judged otherwise than the one before it, so that their numbers cannot be compared.`;
}

function picture(rows: readonly TrendRow[], first: TrendRow, last: TrendRow): Markup {
  const most = Math.max(1, ...rows.map(({ failedMust }) => failedMust));
  const xOf = (index: number): number => left + ((width - left - right) * index) / (rows.length - 1);
  const yOf = (failed: number): number => height - bottom - ((height - top - bottom) * failed) / most;
  const line = rows
    .map(({ failedMust, isComparable }, index) => {
      const isBreak = index === 0 || !isComparable;
      return `${isBreak ? 'M' : 'L'}${xOf(index).toFixed(1)} ${yOf(failedMust).toFixed(1)}`;
    })
    .join('');
  return html`<div class="scroll" role="group" aria-label="Trend" tabindex="0">
    <svg
      class="timeline"
      role="img"
      aria-labelledby="trend-title trend-text"
      viewBox="0 0 ${width} ${height}"
      width="${width}"
      height="${height}"
      fill="currentColor"
      font-size="12"
    >
      <title id="trend-title">Failed mandatory checks, run by run</title>
      <desc id="trend-text">
        ${rows.length} runs; mandatory checks that failed: from ${first.failedMust} to ${last.failedMust}. The table
        below has each run.
      </desc>
      <path d="M${left} ${height - bottom}H${width - right}" stroke="currentColor" stroke-opacity=".3" />
      <text x="${left - 8}" y="${yOf(most) + 4}" text-anchor="end">${most}</text>
      <text x="${left - 8}" y="${yOf(0) + 4}" text-anchor="end">0</text>
      <path d="${line}" stroke="currentColor" stroke-width="1.5" fill="none" />
      ${rows.map(({ failedMust }, index) => html`<circle cx="${xOf(index).toFixed(1)}" cy="${yOf(failedMust).toFixed(1)}" r="3" />`)}
      <text x="${left}" y="${height - 6}">${instant(first.startedAt)}</text>
      <text x="${width - right}" y="${height - 6}" text-anchor="end">${instant(last.startedAt)}</text>
    </svg>
  </div>`;
}

/** Older runs are in the picture. */
const mostRows = 200;

function table(rows: readonly TrendRow[]): Markup {
  return html`<div class="scroll" role="group" aria-label="The trend as a table" tabindex="0">
    <table class="steps">
      <thead>
        <tr>
          <th scope="col">Run</th>
          <th scope="col">Verdict</th>
          <th scope="col">MUST failed</th>
          <th scope="col">MUST open</th>
          <th scope="col">Failed</th>
          <th scope="col">Passed</th>
          <th scope="col">Version</th>
        </tr>
      </thead>
      <tbody>
        ${rows.toReversed().slice(0, mostRows).map(rowMarkup)}
      </tbody>
    </table>
    ${rows.length > mostRows ? html`<p class="small">${count(rows.length - mostRows, 'earlier run')}: see results.json.</p>` : nothing}
  </div>`;
}

function rowMarkup(row: TrendRow): Markup {
  const { startedAt, verdict, failedMust, inconclusiveMust, failed, passed, toolVersion, isComparable } = row;
  const { symbol, word } = verdictMarks[verdict];
  return html`<tr>
    <th scope="row">
      ${instant(startedAt)}${isComparable ? nothing : html` <span class="small">judged otherwise than the run before</span>`}
    </th>
    <td>${symbol} ${word}</td>
    <td>${failedMust}${row.waivedMust === undefined ? nothing : ` (${row.waivedMust} waived)`}</td>
    <td>${inconclusiveMust}</td>
    <td>${failed}</td>
    <td>${passed}</td>
    <td>${toolVersion}</td>
  </tr>`;
}
