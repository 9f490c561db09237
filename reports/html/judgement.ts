import type { Finding, Judgement, RequirementNote, Results } from '../../harness/engine/verdict/results.ts';
import { html, nothing, type Markup } from '../markup.ts';
import { rootCauses } from '../selection.ts';
import { count } from '../text/units.ts';
import { bases, checkImpactSentence, mustSentence, reasonOf } from '../text/wording.ts';
import { levelBadge, outcomeBadge, tone } from './badges.ts';
import { checkLinks, exchangeLinks, placeLink } from './links.ts';

/** One check with its outcome; its details hold the rule, the source, the findings and the evidence. A failed check is open. */
export function judgementEntry(judgement: Judgement, results: Results): Markup {
  const { check, title, outcome } = judgement;
  const open = outcome === 'failed' || outcome === 'errored' ? html` open` : nothing;
  return html`<details class="check ${tone(judgement)}" ${open}>
    <summary>
      ${outcomeBadge(judgement)}
      <h4 class="title">${title}</h4>
      ${levelBadge(judgement)}
    </summary>
    <div class="inside" id="${check}">
      ${reason(judgement)} ${findingList(judgement.findings)} ${about(judgement, results)}
    </div>
  </details>`;
}

function reason(judgement: Judgement): Markup {
  return judgement.reason === undefined ? nothing : html`<p class="reason">${reasonOf(judgement)}</p>`;
}

function findingList(findings: readonly Finding[]): Markup {
  return findings.length === 0
    ? nothing
    : html`<ul class="findings">
        ${findings.map(findingItem)}
      </ul>`;
}

function findingItem(finding: Finding): Markup {
  const { message, expected, actual, variant } = finding;
  return html`<li>
    <p class="message">${message}</p>
    ${
      expected === undefined && actual === undefined
        ? nothing
        : html`<dl class="compare">${side('Expected', expected)}${side('Seen', actual)}</dl>`
    }
    <p class="small">
      ${placeLink(finding)}${variant === undefined ? nothing : html` · variant <code>${variant}</code>`}
    </p>
  </li>`;
}

function side(name: string, value: string | undefined): Markup {
  if (value === undefined) return nothing;
  return html`<div>
    <dt>${name}</dt>
    <dd><code>${value}</code></dd>
  </div>`;
}

function about(judgement: Judgement, results: Results): Markup {
  const { check, requirements, basis, remedy, outcome, exchanges } = judgement;
  const change =
    outcome === 'failed'
      ? html`<dt>Change</dt>
          <dd>${remedy}</dd>`
      : nothing;
  return html`<dl class="pairs">
    ${change}
    <dt>${outcome === 'failed' ? 'Device' : 'Device, if not met'}</dt>
    <dd>${checkImpactSentence(judgement)}</dd>
    ${mustEntry(judgement)} ${requirements.map(requirementEntry)}
    <dt>Basis</dt>
    <dd>${basis}: ${bases[basis]}</dd>
    <dt>Judged on</dt>
    <dd>${exchanges.length === 0 ? 'no exchange' : exchangeLinks(exchanges)}</dd>
    <dt>Check</dt>
    <dd class="mono">${check}</dd>
    ${blocking(check, results)}
  </dl>`;
}

function mustEntry(judgement: Judgement): Markup {
  const must = mustSentence(judgement);
  if (must === undefined) return nothing;
  return html`<dt>MUST</dt>
    <dd>${must}</dd>`;
}

function requirementEntry({ id, rule, source }: RequirementNote): Markup {
  return html`<dt>Rule</dt>
    <dd>${rule} <span class="source">${id} · ${source}</span></dd>`;
}

function blocking(check: string, results: Results): Markup {
  const cause = rootCauses(results.judgements, results).find((candidate) => candidate.check === check);
  if (cause === undefined) return nothing;
  return html`<dt>Blocks</dt>
    <dd>${count(cause.blocked.length, 'check')}: ${checkLinks(cause.blocked.map((blocked) => blocked.check))}</dd>`;
}
