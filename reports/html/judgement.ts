import type { Finding, Judgement, RequirementNote } from '../../harness/engine/verdict/results.ts';
import { html, nothing, trusted, type Markup } from '../markup.ts';
import { pageAddress } from '../text/page-address.ts';
import { shortened } from '../text/shortened.ts';
import { count } from '../text/units.ts';
import { bases, checkImpactSentence, mustSentence, reasonOf } from '../text/wording.ts';
import { levelBadge, outcomeBadge, tone } from './badges.ts';
import type { Context } from './context.ts';
import { checkLinks, exchangeLink, exchangeLinks, placeLink } from './links.ts';
import { waivedNote } from './waivers.ts';
import { repeatPart } from './repeat.ts';

/** One check with its outcome; its details hold the rule, the source, the findings and the evidence. A failed check is open. */
export function judgementEntry(judgement: Judgement, context: Context): Markup {
  const { check, title, outcome } = judgement;
  const open = outcome === 'failed' || outcome === 'errored' ? html` open` : nothing;
  return html`<details class="check ${tone(judgement)}" ${filterAttributes(judgement, context)}${open}>
    <summary>
      ${outcomeBadge(judgement)}
      <h4 class="title">${title}</h4>
      ${levelBadge(judgement)}
    </summary>
    <div class="inside" id="${check}">
      ${waivedNote(judgement)} ${reason(judgement)} ${findingList(judgement, context)} ${about(judgement, context)}
    </div>
  </details>`;
}

/** A check of a page that has room for little: title, level, outcome, and the first finding. */
export function briefEntry(judgement: Judgement, context: Context): Markup {
  const { check, title, findings } = judgement;
  const [first] = findings;
  const most = context.checks.limits?.characters ?? 0;
  return html`<li id="${check}" ${filterAttributes(judgement, context)}>
    ${outcomeBadge(judgement)} ${levelBadge(judgement)} ${shortened(title, 200)}
    <span class="mono small">${check}</span>
    ${first === undefined ? nothing : html`<br />${shortened(first.message, most)} (${exchangeLink(first.exchange)}${findings.length > 1 ? `, the first of ${findings.length} findings` : ''})`}
  </li>`;
}

/** What the filters of the page go by. */
export function filterAttributes(judgement: Judgement, { filterValues }: Context): Markup {
  return html`${filterValues(judgement).map(([name, value]) => html` ${trusted(name)}="${value}"`)}`;
}

function reason(judgement: Judgement): Markup {
  if (judgement.reason === undefined) return nothing;
  return html`<p class="reason">${shortened(reasonOf(judgement), longestReason)}</p>`;
}

const longestReason = 2000;

function findingList({ findings }: Judgement, { limits: usual, checks }: Context): Markup {
  if (findings.length === 0) return nothing;
  const limits = checks.limits ?? usual;
  const shown = findings.slice(0, limits.findings);
  const left = findings.length - shown.length;
  return html`<ul class="findings">
      ${shown.map((finding) => findingItem(finding, limits.characters))}
    </ul>
    ${left === 0 ? nothing : html`<p class="small">${count(left, 'further finding')} of this check: see results.json.</p>`}`;
}

function findingItem(finding: Finding, most: number): Markup {
  const { message, expected, actual, variant } = finding;
  return html`<li>
    <p class="message">${shortened(message, most)}</p>
    ${
      expected === undefined && actual === undefined
        ? nothing
        : html`<dl class="compare">${side('Expected', expected, most)}${side('Seen', actual, most)}</dl>`
    }
    <p class="small">
      ${placeLink(finding)}${variant === undefined ? nothing : html` · variant <code>${shortened(variant, most)}</code>`}
    </p>
  </li>`;
}

function side(name: string, value: string | undefined, most: number): Markup {
  if (value === undefined) return nothing;
  return html`<div>
    <dt>${name}</dt>
    <dd><code>${shortened(value, most)}</code></dd>
  </div>`;
}

function about(judgement: Judgement, context: Context): Markup {
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
    <dd class="mono">${checkName(check, context)}</dd>
    ${blocking(check, context)} ${repeated(judgement, context)}
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

function blocking(check: string, { blockedBy }: Context): Markup {
  const cause = blockedBy(check);
  if (cause === undefined) return nothing;
  return html`<dt>Blocks</dt>
    <dd>${count(cause.blocked.length, 'check')}: ${checkLinks(cause.blocked.map((blocked) => blocked.check))}</dd>`;
}

/** With a link to its page where there is a public site. */
function checkName(check: string, { results }: Context): Markup {
  const page = pageAddress(results.tool.homepage, 'checks', check);
  return page === undefined ? html`${check}` : html`<a href="${page}" rel="noreferrer">${check}</a>`;
}

/** Of a check that is met there is nothing to see again. */
function repeated({ check, outcome, findings: [first] }: Judgement, context: Context): Markup {
  if (outcome === 'passed' || outcome === 'inapplicable') return nothing;
  const { results, checks, exchangeAt } = context;
  const exchange = first && checks.hasRequest ? exchangeAt(first.exchange) : undefined;
  return html`<dt>Repeat</dt>
    <dd>${repeatPart(results, [check], exchange)}</dd>`;
}
