import type { Results } from '../../harness/engine/verdict/results.ts';
import type { SessionMeta } from '../../harness/wire/exchange/exchange.ts';
import { html, nothing, type Markup } from '../markup.ts';
import { duration, instant } from '../text/units.ts';
import { address } from './links.ts';
import { exitMeaning, modeSentence, verdictMarks } from '../text/wording.ts';

/** The target, the verdict and the facts of the run. */
export function header(results: Results, meta: SessionMeta | undefined): Markup {
  const { run, tool, verdict, because, exitCode } = results;
  const { symbol, word } = verdictMarks[verdict];
  return html`<header class="top">
    <p class="kind">Conformance report · Windows MDM enrollment</p>
    <h1>${address(run.target)}</h1>
    <div class="verdict ${verdict}">
      <p class="word"><span class="sign" aria-hidden="true">${symbol}</span> ${word}</p>
      <p class="because">${because}</p>
    </div>
    ${narrowed(meta)}
    <dl class="facts">
      <div>
        <dt>When</dt>
        <dd><time datetime="${run.startedAt}">${instant(run.startedAt)}</time></dd>
      </div>
      <div>
        <dt>Duration</dt>
        <dd>${duration(run.durationMs)}</dd>
      </div>
      <div>
        <dt>Judged by</dt>
        <dd>${tool.name} ${tool.version}</dd>
      </div>
      <div>
        <dt>Mode</dt>
        <dd>${modeSentence(results)}</dd>
      </div>
      <div>
        <dt>Profile</dt>
        <dd>${run.profile}</dd>
      </div>
      <div>
        <dt>Exit code</dt>
        <dd>${exitCode}: ${exitMeaning(exitCode)}</dd>
      </div>
      <div>
        <dt>Run</dt>
        <dd class="mono">${run.id}</dd>
      </div>
    </dl>
  </header>`;
}

function narrowed(meta: SessionMeta | undefined): Markup {
  if (meta === undefined || meta.filters.length === 0) return nothing;
  return html`<p class="note">
    <strong>Not the whole suite.</strong> This run was limited to <code>${meta.filters.join(' ')}</code>.
  </p>`;
}
