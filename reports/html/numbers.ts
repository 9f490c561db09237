import { mustKinds } from '../../harness/engine/rule/kind-of-must.ts';
import type { MustKind } from '../../harness/engine/rule/kind-of-must.ts';
import type { Judgement, Outcome, Results } from '../../harness/engine/verdict/results.ts';
import { html, type Markup } from '../markup.ts';
import { phasesOf, type Phase } from '../selection.ts';
import { mustMeanings } from '../text/wording.ts';
import { badge, tone } from './badges.ts';

interface Column {
  readonly outcome: Outcome;
  readonly className: string;
  /** The levels that the column counts, if it does not count all of them. */
  readonly only?: string;
}

const columns: readonly Column[] = [
  { outcome: 'passed', className: 'passed' },
  { outcome: 'failed', className: 'failed', only: 'MUST' },
  { outcome: 'failed', className: 'warned', only: 'SHOULD, MAY' },
  { outcome: 'inconclusive', className: 'inconclusive' },
  { outcome: 'errored', className: 'errored' },
  { outcome: 'inapplicable', className: 'inapplicable' },
];

/** The number of checks by outcome, in total and per phase. */
export function numbers({ judgements, counts }: Results): Markup {
  return html`<section aria-labelledby="numbers">
    <h2 id="numbers">In numbers</h2>
    ${bar(judgements)}
    <p class="small">
      ${counts.failedMust} of the failed checks and ${counts.inconclusiveMust} of the inconclusive ones are a MUST. Only
      a MUST decides the verdict. ${(Object.keys(mustKinds) as MustKind[]).map(mustKind)}
    </p>
    <div class="scroll" role="group" aria-label="Outcomes per phase" tabindex="0">
      <table class="count">
        <caption>
          Checks per phase and outcome
        </caption>
        <thead>
          <tr>
            <th scope="col">Phase</th>
            ${columns.map(({ outcome, className, only = '' }) => html`<th scope="col">${badge(outcome, className)} ${only}</th>`)}
            <th scope="col">All</th>
          </tr>
        </thead>
        <tbody>
          ${phasesOf(judgements).map(row)}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">All</th>
            ${cells(judgements)}
          </tr>
        </tfoot>
      </table>
    </div>
  </section>`;
}

/** `Specified: a document demands it (2 failed).` */
function mustKind(kind: MustKind): Markup {
  return html`<strong>MUST, ${mustKinds[kind]}:</strong> ${mustMeanings[kind]}. `;
}

function row({ name, judgements }: Phase): Markup {
  return html`<tr>
    <th scope="row"><a href="#phase-${name}">${name}</a></th>
    ${cells(judgements)}
  </tr>`;
}

function cells(judgements: readonly Judgement[]): Markup {
  const amounts = [...columns.map((column) => amountOf(judgements, column)), judgements.length];
  return html`${amounts.map((amount) => (amount === 0 ? html`<td class="zero">0</td>` : html`<td>${amount}</td>`))}`;
}

function bar(judgements: readonly Judgement[]): Markup {
  if (judgements.length === 0) return html`<p>No check was judged.</p>`;
  let start = 0;
  const pieces = columns.map((column) => {
    const width = (1000 * amountOf(judgements, column)) / judgements.length;
    const piece = html`<rect
      class="${column.className}"
      x="${start.toFixed(1)}"
      y="0"
      width="${width.toFixed(1)}"
      height="12"
    />`;
    start += width;
    return piece;
  });
  return html`<svg class="bar" viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true">${pieces}</svg>`;
}

function amountOf(judgements: readonly Judgement[], { className }: Column): number {
  return judgements.filter((judgement) => tone(judgement) === className).length;
}
