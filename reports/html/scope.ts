import type { Results } from '../../harness/engine/verdict/results.ts';
import type { SessionMeta } from '../../harness/wire/exchange/exchange.ts';
import { html, nothing, type Markup } from '../markup.ts';
import { count, instant } from '../text/units.ts';

/** What the report covers, and what it does not prove. */
export function scopeSection({ run, tool }: Results, meta: SessionMeta | undefined): Markup {
  return html`<section aria-labelledby="scope">
    <h2 id="scope">What this report does not say</h2>
    <p>
      It states how the server at <strong>${run.target}</strong> answered the messages listed under
      <a href="#exchanges">Evidence</a> on ${instant(run.startedAt)}, and whether those answers meet the requirements
      named here. The top of this report says of what the verdict speaks, and what stands beside it unjudged.
    </p>
    <ul>
      <li>
        A passed check means that nothing in these answers breaks the rule. It does not prove how the server answers
        other devices, other users or other messages, or how it answers under load.
      </li>
      <li>
        The device was simulated. The codes that a device would show are predicted from documents and observations, not
        read from a Windows machine.
      </li>
      <li>It is no security audit. Rules that protect access are checked where a message can show them.</li>
      <li>
        It does not judge management after the first session, certificate authority operations, key storage, log
        retention or anything else that no message shows.
      </li>
      <li>
        The hashes in the manifest show whether a file changed since it was written. They do not show that its contents
        are true, nor who wrote it.
      </li>
      <li>It is no certification by Microsoft, and Microsoft does not endorse ${tool.name}.</li>
      ${
        run.mode === 'audit'
          ? html`<li>
              The session was recorded beforehand, possibly by another tool. This tool did not examine whether the
              recording is faithful.
            </li>`
          : nothing
      }
      <li>
        Numbered placeholders replaced the secrets before the session was stored. Equal numbers stand for equal secrets.
      </li>
    </ul>
    ${meta === undefined ? nothing : driven(meta)}
  </section>`;
}

function driven({ scenarios, effects, filters, capabilities, seed, deviceTrust, rate }: SessionMeta): Markup {
  const list = (words: readonly string[]) => (words.length === 0 ? 'none' : words.join(', '));
  return html`<dl class="pairs technical">
    <dt>Scenarios</dt>
    <dd>${list(scenarios)}</dd>
    <dt>Effects</dt>
    <dd>${list(effects)}</dd>
    <dt>Limited to</dt>
    <dd>${filters.length === 0 ? 'no limit: the whole suite' : filters.join(' ')}</dd>
    <dt>Capabilities</dt>
    <dd>${list(capabilities)}</dd>
    <dt>Device trust</dt>
    <dd>${deviceTrust.length === 0 ? 'none besides the delivered roots' : `${deviceTrust.length} configured`}</dd>
    ${seedRow(seed, rate)}
  </dl>`;
}

/** Behind the rate, where the run had one. */
function seedRow(seed: string, rate: number | undefined): Markup {
  const row = html`<dt>Seed</dt>
    <dd class="mono">${seed}</dd>`;
  if (rate === undefined) return row;
  return html`<dt>Rate</dt>
    <dd>at most ${count(rate, 'request')} a minute</dd>
    ${row}`;
}
