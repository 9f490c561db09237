import type { Results } from '../../harness/engine/verdict/results.ts';
import type { Session } from '../../harness/wire/exchange/exchange.ts';
import { html, type Markup } from '../markup.ts';

/** The sections of the report with what is in them. */
export function contents({ judgements, coverage }: Results, { exchanges }: Session): Markup {
  const entries: [string, string][] = [
    ['device', 'What a device would show'],
    ['numbers', 'In numbers'],
    ['checks', `Checks (${judgements.length})`],
    ['coverage', `What was not tested (${coverage.gaps.length})`],
    ['scope', 'What this report does not say'],
    ['exchanges', `Evidence (${exchanges.length})`],
  ];
  return html`<nav aria-label="Contents">
    <ul>
      ${entries.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}
    </ul>
  </nav>`;
}
