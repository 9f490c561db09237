import type { Judgement, Results } from '../../harness/engine/verdict/results.ts';
import { html, nothing, type Markup } from '../markup.ts';
import { failedMusts, rootCauses } from '../selection.ts';
import { count } from '../text/units.ts';
import { impactSentence } from '../text/wording.ts';
import { checkLink, placeLink } from './links.ts';

/** The failed MUST checks: what a device shows for each, and what to change. */
export function device(results: Results): Markup {
  const failed = failedMusts(results);
  return html`<section aria-labelledby="device">
    <h2 id="device">What a device would show</h2>
    ${
      failed.length === 0
        ? nothingFailed(results)
        : html`<ol class="cards">
            ${failed.map((judgement) => card(judgement, results))}
          </ol>`
    }
  </section>`;
}

function nothingFailed({ counts }: Results): Markup {
  const open = counts.inconclusiveMust + counts.errored;
  const rest = open === 0 ? '' : ` ${count(open, 'check')} could not be judged, so the server may still have defects.`;
  return html`<p>No mandatory check failed.${rest}</p>`;
}

function card(judgement: Judgement, results: Results): Markup {
  const { title, check, impact, remedy, findings } = judgement;
  const [first, ...others] = findings;
  const code = impact.hresult;
  return html`<li class="card">
    <div class="code">
      ${code === undefined ? html`<span class="none">code unknown</span>` : html`<span class="mono">${code}</span>`}
    </div>
    <div>
      <h3>${title}</h3>
      <dl class="pairs">
        <dt>Device</dt>
        <dd>${impactSentence(impact)}</dd>
        ${
          first === undefined
            ? nothing
            : html`<dt>Seen</dt>
                <dd>${first.message}${others.length === 0 ? '' : `, and ${count(others.length, 'more finding')}`}</dd>`
        }
        <dt>Change</dt>
        <dd>${remedy}</dd>
        <dt>Evidence</dt>
        <dd>${checkLink(check)}${first === undefined ? nothing : html` · ${placeLink(first)}`}</dd>
        ${blocking(check, results)}
      </dl>
    </div>
  </li>`;
}

function blocking(check: string, results: Results): Markup {
  const cause = rootCauses(results.judgements, results).find((candidate) => candidate.check === check);
  if (cause === undefined) return nothing;
  return html`<dt>Blocks</dt>
    <dd>${count(cause.blocked.length, 'further check')}, which could not be judged because of this one</dd>`;
}
