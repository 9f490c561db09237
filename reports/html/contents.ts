import type { Results } from '../../harness/engine/verdict/results.ts';
import type { Session } from '../../harness/wire/exchange/exchange.ts';
import { html, type Markup } from '../markup.ts';
import { allJudgements } from '../own/own-judgements.ts';
import type { Section } from './section.ts';

/** The sections of the report with what is in them. It stands behind the first ones, which need no list to be found. */
export function contents(first: readonly Section[], results: Results, session: Session): Markup {
  const { coverage, ways, trend = [] } = results;
  const entries: [string, string][] = [
    ...first.map(({ id, title }): [string, string] => [id, title]),
    ...(ways.length === 0 ? [] : [['ways', 'Ways in'] satisfies [string, string]]),
    ['numbers', 'In numbers'],
    ['checks', `Checks (${allJudgements(results).length})`],
    ...(trend.length === 0 ? [] : [['trend', 'Trend'] satisfies [string, string]]),
    ['coverage', `What was not tested (${coverage.gaps.length})`],
    ['scope', 'What this report does not say'],
    ['exchanges', `Evidence (${session.exchanges.length})`],
  ];
  return html`<nav aria-label="Contents">
    <ul>
      ${entries.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}
    </ul>
  </nav>`;
}
