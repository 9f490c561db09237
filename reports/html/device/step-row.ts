import { digestOf } from '../../evidence/shown-exchanges.ts';
import { html, nothing, type Markup } from '../../markup.ts';
import { shortened } from '../../text/shortened.ts';
import { count, duration, size } from '../../text/units.ts';
import { exchangeAnchor } from '../links.ts';
import { askedIn, cameIn, type Step } from './devices.ts';

/** What a row of the table of a device says besides its step. */
export interface RowContext {
  /** The origin of the target, which addresses leave out. */
  readonly origin: string;
  /** When the first exchange began, in milliseconds since 1970. */
  readonly start: number;
  readonly findings: number;
  /** Whether its messages stand below, under its anchor. */
  readonly isWhole: boolean;
}

const longestSpecial = 500;

/** An exchange as a row: what was asked, what came, when, and the size and digest of the answer. */
export function stepRow(step: Step, { origin, start, findings, isWhole }: RowContext): Markup {
  const { exchange } = step;
  const { index, startedAt, durationMs, answer } = exchange;
  const after = Date.parse(startedAt) - start;
  const body = answer.response?.body;
  const number = isWhole ? html`<a href="#${exchangeAnchor(index)}">${index}</a>` : html`${index}`;
  return html`<tr${isWhole ? nothing : html` id="${exchangeAnchor(index)}"`}><th scope="row">${number}</th><td>${Number.isFinite(after) ? `+${(after / 1000).toFixed(2)} s` : '–'}</td><td>${askedIn(exchange, origin)}</td><td>${cameIn(step)}${findings > 0 ? html` <strong class="failed">✕ ${count(findings, 'finding')}</strong>` : nothing}</td><td>${duration(durationMs)}</td><td>${shortened(specialOf(step), longestSpecial)}</td><td>${body === undefined || body.length === 0 ? '–' : html`${size(body.length)} <code>${digestOf(body).slice(0, 12)}</code>`}</td></tr>`;
}

function specialOf({ exchange: { label }, note }: Step): string {
  const deviations = [...new Set([...(note?.deviations ?? []), ...(label?.deviations ?? [])])];
  const variant = label?.variant ?? note?.variant;
  return [
    ...(label?.control === true ? ['control'] : []),
    ...(variant === undefined ? [] : [variant]),
    ...(deviations.length === 0 ? [] : [`wrong on purpose: ${deviations.join(', ')}`]),
  ].join('; ');
}
