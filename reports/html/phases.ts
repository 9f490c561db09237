import type { Judgement } from '../../harness/engine/verdict/results.ts';
import { html, nothing, type Markup } from '../markup.ts';
import { allJudgements } from '../own/own-judgements.ts';
import { isBlocked, phasesOf, rootCauses, type Phase, type RootCause } from '../selection.ts';
import { count } from '../text/units.ts';
import { badge, levelBadge } from './badges.ts';
import type { Context } from './context.ts';
import { briefEntry, filterAttributes, judgementEntry } from './judgement.ts';
import { checkLink } from './links.ts';
import { tools } from './tools.ts';

/** Every check, phase by phase; blocked checks are listed under the check that blocks them. */
export function phases(context: Context): Markup {
  return html`<section aria-labelledby="checks">
    <h2 id="checks">Checks</h2>
    <p class="small">
      Each title says what a conforming server does. Open an entry to see the rule, its source, the findings and the
      evidence.
    </p>
    <p class="on-paper">
      On paper stand the checks that did not pass, with five findings each at most. The page itself has all of them.
    </p>
    ${tools(context.results)} ${phasesOf(allJudgements(context.results)).map((phase) => phaseSection(phase, context))}
  </section>`;
}

function phaseSection({ name, judgements }: Phase, context: Context): Markup {
  const { hasOthers } = context.checks;
  const listed = judgements.filter((judgement) => !isBlocked(judgement) && (hasOthers || isFailedMust(judgement)));
  const whole = listed.filter((judgement) => isWhole(judgement, context));
  const brief = listed.filter((judgement) => !isWhole(judgement, context));
  const passed = judgements.filter(({ outcome }) => outcome === 'passed').length;
  return html`<section class="phase" data-phase="${name}" aria-labelledby="phase-${name}">
    <h3 id="phase-${name}">${name} <span class="tally">${passed} of ${judgements.length} passed</span></h3>
    ${whole.map((judgement) => judgementEntry(judgement, context))}
    ${
      brief.length === 0
        ? nothing
        : html`<ul class="blocked">
            ${brief.map((judgement) => briefEntry(judgement, context))}
          </ul>`
    }
    ${hasOthers ? rootCauses(judgements, context.results).map((root) => blockedEntry(root, context)) : nothing}
  </section>`;
}

function isWhole({ outcome }: Judgement, { checks: { whole } }: Context): boolean {
  return whole === 'all' || (whole === 'unmet' && outcome !== 'passed' && outcome !== 'inapplicable');
}

function isFailedMust({ outcome, level }: Judgement): boolean {
  return outcome === 'failed' && level === 'MUST';
}

function blockedEntry({ check, judgement, blocked }: RootCause, context: Context): Markup {
  const link = judgement === undefined ? html`<code>${check}</code>` : checkLink(check);
  return html`<details class="check inconclusive blocked-by">
    <summary>
      ${badge('inconclusive')}
      <span class="title">${count(blocked.length, 'check')} blocked by ${check}</span>
    </summary>
    <div class="inside">
      <p>These checks could not be judged because ${link} did not pass. Fix its cause first, then run again.</p>
      <ul class="blocked">
        ${blocked.map((item) => blockedItem(item, context))}
      </ul>
    </div>
  </details>`;
}

function blockedItem(judgement: Judgement, context: Context): Markup {
  const { check, title, requirements } = judgement;
  return html`<li id="${check}" ${filterAttributes(judgement, context)}>
    ${levelBadge(judgement)} ${title} <span class="mono small">${check}</span>
    <span class="small">${requirements.map(({ id }) => id).join(', ')}</span>
  </li>`;
}
