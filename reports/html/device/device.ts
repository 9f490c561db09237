import { html, nothing, type Markup } from '../../markup.ts';
import { shortened } from '../../text/shortened.ts';
import { count } from '../../text/units.ts';
import { longestName, type Device } from './devices.ts';

/** What the page has room for of one device. */
export interface DeviceParts {
  /** The sequence as a picture. */
  readonly picture: Markup;
  /** The rows of its table. */
  readonly rows: readonly Markup[];
  /** The messages that are shown whole. */
  readonly messages: readonly Markup[];
}

/** What one device did: the sequence as a picture and as a table, and the messages that are shown whole. */
export function deviceEntry(
  { steps, scenario, name, anchor }: Device,
  findings: number,
  filters: Markup,
  { picture, rows, messages }: DeviceParts,
): Markup {
  const left = steps.length - rows.length;
  const shownName = shortened(name, longestName);
  return html`<details class="device${findings > 0 ? ' seen-in' : ''}" ${filters}>
    <summary>
      <h3 class="title">
        ${shownName}${scenario === undefined || scenario === name ? nothing : html` <span class="small">${shortened(scenario, longestName)}</span>`}
      </h3>
      <span class="tally"
        >${count(steps.length, 'exchange')}${findings > 0 ? html`, <strong>✕ ${count(findings, 'finding')}</strong>` : nothing}</span
      >
    </summary>
    <div class="inside" id="${anchor}">
      ${picture} ${rows.length === 0 ? nothing : table(shownName, rows)}
      ${left === 0 ? nothing : html`<p class="small">${count(left, 'further exchange')} of this device without a row here: see session.har.</p>`}
      ${messages}
    </div>
  </details>`;
}

function table(name: string, rows: readonly Markup[]): Markup {
  return html`<div class="scroll" role="group" aria-label="Exchanges of ${name}" tabindex="0">
    <table class="steps">
      <thead>
        <tr>
          <th scope="col">No.</th>
          <th scope="col">After</th>
          <th scope="col">Asked</th>
          <th scope="col">Came</th>
          <th scope="col">Took</th>
          <th scope="col">Special</th>
          <th scope="col">Answer</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}
