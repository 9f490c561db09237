import { mustKinds } from '../../harness/engine/rule/kind-of-must.ts';
import type { Results } from '../../harness/engine/verdict/results.ts';
import { html, nothing, type Markup } from '../markup.ts';
import { allJudgements } from '../own/own-judgements.ts';
import { phasesOf } from '../selection.ts';
import { outcomeMarks } from '../text/wording.ts';

type Choice = readonly [value: string, name: string];

/** Of more, nobody chooses one in a list; the address takes each. */
const mostCauses = 200;

/** Search and filters for the checks. The script shows them; without it every check is there. */
export function tools(results: Results): Markup {
  const { causes, ways } = results;
  const judgements = allJudgements(results);
  const isThere = ([value]: Choice): boolean =>
    judgements.some(({ outcome, level, must }) => [outcome, level, must].some((own) => own === value));
  return html`<div class="tools" id="tools" role="search" aria-label="Checks" hidden>
    <label class="find">Search <input type="search" id="search" data-field="q" /></label>
    <label><input type="checkbox" value="1" data-field="failed" />Only what failed</label>
    ${choices(
      'Outcome',
      'outcome',
      Object.entries(outcomeMarks)
        .map(([value, { word }]): Choice => [value, word])
        .filter(isThere),
    )}
    ${choices('Level', 'level', ['MUST', 'SHOULD', 'MAY'].map((level): Choice => [level, level]).filter(isThere))}
    ${choices('Kind of MUST', 'must', Object.entries(mustKinds).filter(isThere))}
    ${choices(
      'Phase',
      'phase',
      phasesOf(judgements).map(({ name }): Choice => [name, name]),
    )}
    ${choices(
      'Way in',
      'way',
      ways.filter(({ exchanges }) => exchanges.length > 0).map(({ way }): Choice => [way, way]),
    )}
    ${choices(
      'Cause',
      'cause',
      causes.slice(0, mostCauses).map(({ id }): Choice => [id, id]),
    )}
    <button type="button" id="open-all">Expand all</button>
    <button type="button" id="clear">Clear</button>
    <output id="shown"></output>
    <span id="said" role="status"></span>
  </div>`;
}

function choices(name: string, field: string, all: readonly Choice[]): Markup {
  if (all.length === 0) return nothing;
  return html`<label
    >${name}
    <select data-field="${field}">
      <option value="">all</option>
      ${all.map(([value, word]) => html`<option value="${value}">${word}</option>`)}
    </select></label
  >`;
}
