import type { ExchangeNote, Finding, Judgement } from '../../harness/engine/verdict/results.ts';
import type { Exchange, SecretFact, TlsFacts } from '../../harness/wire/exchange/exchange.ts';
import { html, nothing, type Markup } from '../markup.ts';
import { count, duration } from '../text/units.ts';
import { shortened } from '../text/shortened.ts';
import { breaks, parts } from '../text/wording.ts';
import { levelBadge, outcomeBadge } from './badges.ts';
import { checkLink, exchangeAnchor } from './links.ts';
import { requestPart, responsePart, type Bodies } from './message.ts';

/** A finding with the check that made it. */
export interface SeenHere {
  readonly judgement: Judgement;
  readonly finding: Finding;
}

export interface ExchangeView {
  /** A cause names it. */
  readonly isOfCause: boolean;
  readonly exchange: Exchange;
  readonly note: ExchangeNote | undefined;
  readonly seen: readonly SeenHere[];
  /** The bodies that the report shows. */
  readonly bodies: Bodies;
}

/** One exchange: the findings in it, its facts, the request, and the answer or why it is not complete. */
export function exchangeEntry({ exchange, note, seen, bodies, isOfCause }: ExchangeView): Markup {
  const { index, request, answer } = exchange;
  const response = answer.response;
  const tls = response?.tls ?? (answer.kind === 'broken' ? answer.tls : undefined);
  return html`<details class="exchange${isOfCause ? ' of-cause' : ''}">
    <summary>
      <span class="number">${index}</span>
      <h4 class="title">${shortened(note?.summary ?? `${request.method} ${request.url}`, longestText)}</h4>
      ${seen.length === 0 ? nothing : html`<span class="seen">${count(seen.length, 'finding')}</span>`}
    </summary>
    <div class="inside" id="${exchangeAnchor(index)}">
      ${seenTable(seen, index)} ${facts(exchange, note)}
      ${
        answer.kind === 'broken' && response?.status !== 0
          ? html`<p class="broken">
              <strong>No complete answer: ${breaks[answer.reason]}.</strong> ${shortened(answer.message, longestText)}
            </p>`
          : nothing
      }
      ${requestPart(request, index, bodies)} ${response === undefined ? nothing : responsePart(response, index, bodies)}
      ${tls === undefined ? nothing : tlsPart(tls)}
    </div>
  </details>`;
}

/** The judgement has more of what a target sent. */
const longestText = 500;
/** A target may have hundreds of faults in one message. */
const mostSeen = 40;

function seenTable(seen: readonly SeenHere[], index: number): Markup {
  if (seen.length === 0) return nothing;
  return html`<div class="scroll" role="group" aria-label="Findings in exchange ${index}" tabindex="0">
    <table>
      <caption>
        Seen in this exchange
      </caption>
      <thead>
        <tr>
          <th scope="col">Check</th>
          <th scope="col">What was seen</th>
          <th scope="col">Where</th>
        </tr>
      </thead>
      <tbody>
        ${seen.slice(0, mostSeen).map(
          ({ judgement, finding: { message, part, path } }) =>
            html`<tr>
              <td>${outcomeBadge(judgement)} ${levelBadge(judgement)}<br />${checkLink(judgement.check)}</td>
              <td>${shortened(message, longestText)}</td>
              <td>
                ${parts[part]}${path === undefined ? nothing : html`<br /><code class="path">${shortened(path, longestText)}</code>`}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${seen.length > mostSeen ? html`<p class="small">${count(seen.length - mostSeen, 'further finding')} in this exchange: see results.json.</p>` : nothing}
  </div>`;
}

function facts(
  { startedAt, durationMs, answer, label, secrets, comment }: Exchange,
  note: ExchangeNote | undefined,
): Markup {
  const deviations = [...new Set([...(note?.deviations ?? []), ...(label?.deviations ?? [])])];
  const scenario = label === undefined ? note?.scenario : `${label.scenario}, ${label.name}`;
  const flow = label === undefined ? note?.flow : `${label.flow}, step ${label.step}`;
  const rows: [string, string | undefined][] = [
    ['Sent', answer.response?.status === 0 ? undefined : `${startedAt}, for ${duration(durationMs)}`],
    ['Kind', note?.kind],
    ['Scenario', scenario],
    ['Flow', flow],
    [
      'Role',
      label?.control === true
        ? 'control: a valid request; the requests beside it count only if it succeeds'
        : undefined,
    ],
    ['Variant', label?.variant ?? note?.variant],
    ['Wrong on purpose', deviations.length === 0 ? undefined : deviations.join(', ')],
    ['Secrets', secrets.length === 0 ? undefined : secrets.map(secret).join('; ')],
    ['Comment', comment],
  ];
  return html`<dl class="pairs">
    ${rows.map(([name, value]) =>
      value === undefined
        ? nothing
        : html`<dt>${name}</dt>
            <dd>${shortened(value, longestText)}</dd>`,
    )}
  </dl>`;
}

function secret({ placeholder, length, base64, padded }: SecretFact): string {
  return `${placeholder} (${count(length, 'character')}${base64 ? ', base64' : ''}${padded ? ', padded with white space' : ''})`;
}

function tlsPart({ protocol, cipher, authorized, error, peerChain }: TlsFacts): Markup {
  const trust = authorized ? 'validated' : `not validated${error === undefined ? '' : `: ${error}`}`;
  return html`<p class="small">
    TLS: ${protocol}, ${cipher}; ${count(peerChain.length, 'certificate')} sent; chain, dates and name ${trust}.
  </p>`;
}
