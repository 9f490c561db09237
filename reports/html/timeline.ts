import { html, nothing, type Markup } from '../markup.ts';
import { allJudgements } from '../own/own-judgements.ts';
import { shortened } from '../text/shortened.ts';
import { count, duration } from '../text/units.ts';
import type { Context } from './context.ts';
import { devicesOf, longestName, type Device, type Step } from './device/devices.ts';

const width = 780;
const left = 120;
const right = 20;
const laneHeight = 22;
const top = 14;

/** When what was asked: a picture with a lane for each kind of message, and the same device by device as a table. */
export function timeline({ results, session }: Context): Markup {
  const devices = devicesOf(results, session);
  const steps = devices
    .flatMap((device) => device.steps)
    .filter(({ exchange }) => !Number.isNaN(timeOf(exchange.startedAt)));
  if (steps.length === 0) return nothing;
  const start = least(steps.map(({ exchange }) => timeOf(exchange.startedAt)));
  const end = Math.max(most(steps.map(({ exchange }) => timeOf(exchange.startedAt) + exchange.durationMs)), start + 1);
  const found = new Map<number, number>();
  for (const { findings } of allJudgements(results))
    for (const { exchange } of findings) found.set(exchange, (found.get(exchange) ?? 0) + 1);
  return html`<section aria-labelledby="time">
    <h2 id="time">Time line</h2>
    <p class="small">
      ${count(steps.length, 'exchange')} in ${duration(end - start)}. A stroke is an exchange, at the moment when it was
      sent; a cross above it marks one with a finding.
    </p>
    ${picture(steps, start, end, (index) => (found.get(index) ?? 0) > 0)} ${table(devices, start, found)}
  </section>`;
}

/** Of more exchanges, two strokes in the same place are one. */
const mostExact = 2000;
/** The table of the time line has so many devices. */
const mostRows = 1000;

/** `Math.min(...numbers)` fails for a hundred thousand. */
function least(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => Math.min(one, other), Infinity);
}

function most(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => Math.max(one, other), -Infinity);
}

function timeOf(text: string): number {
  return Date.parse(text);
}

function picture(steps: readonly Step[], start: number, end: number, isFound: (index: number) => boolean): Markup {
  const kinds = [...new Set(steps.map(({ note }) => note?.kind ?? 'exchange'))];
  const height = top + kinds.length * laneHeight + 26;
  const xOf = (time: number): number => left + ((width - left - right) * (time - start)) / (end - start);
  const yOf = ({ note }: Step): number => top + kinds.indexOf(note?.kind ?? 'exchange') * laneHeight;
  const strokes = (some: readonly Step[], draw: (x: string, y: number) => string): string =>
    [...new Set(some.map((step) => draw(xOf(timeOf(step.exchange.startedAt)).toFixed(digits), yOf(step))))].join('');
  const digits = steps.length > mostExact ? 0 : 1;
  const marks = [0, 0.25, 0.5, 0.75, 1];
  return html`<div class="scroll" role="group" aria-label="Time line" tabindex="0">
    <svg
      class="timeline"
      role="img"
      aria-labelledby="time-title time-text"
      viewBox="0 0 ${width} ${height}"
      width="${width}"
      height="${height}"
      fill="currentColor"
      font-size="12"
    >
      <title id="time-title">Time line of the run</title>
      <desc id="time-text">
        ${kinds.length} lanes, one for each kind of message: ${kinds.join(', ')}. The table below has the same device by
        device.
      </desc>
      ${kinds.map((kind, lane) => html`<text x="8" y="${top + lane * laneHeight + 15}">${kind}</text>`)}
      <path
        d="${kinds.map((_, lane) => `M${left} ${top + lane * laneHeight + 19}H${width - right}`).join('')}"
        stroke="currentColor"
        stroke-opacity=".3"
      />
      <path d="${strokes(steps, (x, y) => `M${x} ${y + 9}v10`)}" stroke="currentColor" />
      <path
        class="failed"
        d="${strokes(
          steps.filter(({ exchange }) => isFound(exchange.index)),
          (x, y) => `M${x} ${y + 4}m-3-3l6 6m0-6l-6 6`,
        )}"
        stroke="currentColor"
        stroke-width="1.5"
        fill="none"
      />
      ${marks.map((mark) => html`<text x="${left + (width - left - right) * mark}" y="${height - 6}" text-anchor="${anchorOf(mark)}">${duration((end - start) * mark)}</text>`)}
    </svg>
  </div>`;
}

function anchorOf(mark: number): string {
  if (mark === 0) return 'start';
  return mark === 1 ? 'end' : 'middle';
}

/** A device with a finding comes before one without, if not all have a row. */
function table(devices: readonly Device[], start: number, found: ReadonlyMap<number, number>): Markup {
  const left = devices.length - mostRows;
  const isFound = ({ steps }: Device): boolean => steps.some(({ exchange }) => found.has(exchange.index));
  const shown =
    left > 0
      ? devices.toSorted((one, other) => Number(isFound(other)) - Number(isFound(one))).slice(0, mostRows)
      : devices;
  return html`<details class="fold only-whole">
    <summary><span class="title">The time line as a table: ${count(devices.length, 'device')}</span></summary>
    <div class="inside scroll" role="group" aria-label="The time line as a table" tabindex="0">
      <table class="steps">
        <thead>
          <tr>
            <th scope="col">Device</th>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">Exchanges</th>
            <th scope="col">Findings</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map((device) => row(device, start, found))}
        </tbody>
      </table>
      ${left > 0 ? html`<p class="small">${count(left, 'further device')} without a row here: see results.json.</p>` : nothing}
    </div>
  </details>`;
}

function row({ anchor, name, steps }: Device, start: number, found: ReadonlyMap<number, number>): Markup {
  const begins = steps.map(({ exchange }) => timeOf(exchange.startedAt) - start);
  const ends = steps.map(({ exchange }, position) => (begins[position] ?? 0) + exchange.durationMs);
  const findings = steps.reduce((sum, { exchange }) => sum + (found.get(exchange.index) ?? 0), 0);
  return html`<tr>
    <th scope="row"><a href="#${anchor}">${shortened(name, longestName)}</a></th>
    <td>${seconds(least(begins))}</td>
    <td>${seconds(most(ends))}</td>
    <td>${steps.length}</td>
    <td>${findings === 0 ? '0' : html`<strong class="failed">✕ ${findings}</strong>`}</td>
  </tr>`;
}

function seconds(milliseconds: number): string {
  return Number.isFinite(milliseconds) ? `+${(milliseconds / 1000).toFixed(2)} s` : '–';
}
