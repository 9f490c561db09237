import { digestOf, type ShownExchanges } from '../../evidence/shown-exchanges.ts';
import { html, nothing, type Markup } from '../../markup.ts';
import { count, duration, size } from '../../text/units.ts';
import { exchangeEntry, type SeenHere } from '../exchange.ts';
import { exchangeAnchor } from '../links.ts';
import type { Bodies } from '../message.ts';
import { askedIn, cameIn, type Device, type Step } from './devices.ts';
import { sequence } from './sequence.ts';

/** What the entries of devices have in common. */
export interface Around {
  readonly shown: ShownExchanges;
  readonly bodies: Bodies;
  /** The origin of the target, which addresses leave out. */
  readonly origin: string;
  /** When the first exchange began, in milliseconds since 1970. */
  readonly start: number;
  readonly seenIn: (index: number) => readonly SeenHere[];
  /** Whether a cause or a refusal names the exchange. */
  readonly isOfCause: (index: number) => boolean;
}

/** What one device did: the sequence as a picture and as a table, and the messages that are shown whole. */
export function deviceEntry(device: Device, around: Around): Markup {
  const { steps, scenario, name, anchor } = device;
  const findings = steps.reduce((sum, { exchange }) => sum + around.seenIn(exchange.index).length, 0);
  const whole = steps.filter(({ exchange }) => around.shown.has(exchange.index));
  return html`<details class="device${findings > 0 ? ' seen-in' : ''}">
    <summary>
      <h3 class="title">
        ${name}${scenario === undefined || scenario === name ? nothing : html` <span class="small">${scenario}</span>`}
      </h3>
      <span class="tally"
        >${count(steps.length, 'exchange')}${findings > 0 ? html`, <strong>✕ ${count(findings, 'finding')}</strong>` : nothing}</span
      >
    </summary>
    <div class="inside" id="${anchor}">
      ${sequence(device, around.origin, (index) => around.seenIn(index).length)} ${table(device, around)}
      ${whole.map(({ exchange, note }) =>
        exchangeEntry({
          exchange,
          note,
          seen: around.seenIn(exchange.index),
          bodies: around.bodies,
          isOfCause: around.isOfCause(exchange.index),
        }),
      )}
    </div>
  </details>`;
}

function table({ name, steps }: Device, around: Around): Markup {
  return html`<div class="scroll" role="group" aria-label="Exchanges of ${name}" tabindex="0">
    <table class="steps">
      <thead>
        <tr>
          <th scope="col">No.</th>
          <th scope="col">After</th>
          <th scope="col">Asked</th>
          <th scope="col">Came</th>
          <th scope="col">Took</th>
          <th scope="col">Special</th>
          <th scope="col">Answer</th>
        </tr>
      </thead>
      <tbody>
        ${steps.map((step) => row(step, around))}
      </tbody>
    </table>
  </div>`;
}

function row(step: Step, around: Around): Markup {
  const { exchange } = step;
  const { index, startedAt, durationMs, answer } = exchange;
  const after = Date.parse(startedAt) - around.start;
  const body = answer.response?.body;
  const isWhole = around.shown.has(index);
  const number = isWhole ? html`<a href="#${exchangeAnchor(index)}">${index}</a>` : html`${index}`;
  const findings = around.seenIn(index).length;
  return html`<tr${isWhole ? nothing : html` id="${exchangeAnchor(index)}"`}><th scope="row">${number}</th><td>${Number.isFinite(after) ? `+${(after / 1000).toFixed(2)} s` : '–'}</td><td>${askedIn(exchange, around.origin)}</td><td>${cameIn(step)}${findings > 0 ? html` <strong class="failed">✕ ${count(findings, 'finding')}</strong>` : nothing}</td><td>${duration(durationMs)}</td><td>${specialOf(step)}</td><td>${body === undefined || body.length === 0 ? '–' : html`${size(body.length)} <code>${digestOf(body).slice(0, 12)}</code>`}</td></tr>`;
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
