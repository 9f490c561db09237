import { html, nothing, type Markup } from '../../markup.ts';
import { oneLine } from '../../text/printable.ts';
import { duration } from '../../text/units.ts';
import { askedIn, cameIn, longestName, type Device, type Step } from './devices.ts';
import { laneOf, lanesOf, type Lane } from './lanes.ts';

/** Of one device so many exchanges are drawn; its table has them all. */
const mostDrawn = 40;
const width = 780;
const top = 34;
const rowHeight = 40;

/** Who sent what to whom, in order: a picture of the table beside it. Nothing in it is told by colour alone. */
export function sequence(device: Device, origin: string, findingsIn: (index: number) => number): Markup {
  const name = shortened(device.name, longestName);
  const steps = device.steps.slice(0, mostDrawn);
  const lanes = lanesOf(steps);
  const height = top + rowHeight * steps.length + 12;
  const title = `${device.anchor}/picture`;
  const text = `${title}-text`;
  const more = device.steps.length > steps.length ? ` Its first ${steps.length} are drawn.` : '';
  return html`<div class="scroll" role="group" aria-label="Sequence of ${name}" tabindex="0">
    <svg
      class="sequence"
      role="img"
      aria-labelledby="${title} ${text}"
      viewBox="0 0 ${width} ${height}"
      width="${width}"
      height="${height}"
      fill="currentColor"
      font-size="12"
    >
      <title id="${title}">Sequence of the device ${name}</title>
      <desc id="${text}">
        ${lanes.length + 1} lanes: the device, ${lanes.map(({ name }) => name.toLowerCase()).join(', ')}.
        ${device.steps.length} exchanges from the top down; the table below has the same.${more}
      </desc>
      <g font-weight="600" text-anchor="middle">
        <text x="${deviceX}" y="16">Device</text>
        ${lanes.map(({ name, x }) => html`<text x="${x}" y="16">${name}</text>`)}
      </g>
      <path
        d="${[deviceX, ...lanes.map(({ x }) => x)].map((x) => `M${x} 24V${height}`).join('')}"
        stroke="currentColor"
        stroke-opacity=".35"
      />
      <path
        d="${steps.map((step, row) => solid(step, laneOf(step, lanes), yOf(row))).join('')}"
        stroke="currentColor"
        fill="none"
      />
      <path
        d="${steps.map((step, row) => dashed(step, laneOf(step, lanes), yOf(row) + 17)).join('')}"
        stroke="currentColor"
        fill="none"
        stroke-dasharray="4 3"
      />
      ${steps.map((step, row) => labels(step, yOf(row), origin, laneOf(step, lanes), findingsIn(step.exchange.index)))}
    </svg>
  </div>`;
}

const deviceX = 60;

function yOf(row: number): number {
  return top + rowHeight * row + 14;
}

/** The arrow of the request, and the head of that of the answer; one that broke ends half way, in a cross. */
function solid({ exchange }: Step, { x }: Lane, y: number): string {
  const head =
    exchange.answer.kind === 'answered'
      ? `M${deviceX + 7} ${y + 13}l-7 4l7 4`
      : `M${(x + deviceX) / 2 - 5} ${y + 12}l10 10m0-10l-10 10`;
  return `M${deviceX} ${y}H${x}l-7-4m7 4l-7 4${head}`;
}

function dashed({ exchange }: Step, { x }: Lane, y: number): string {
  return `M${x} ${y}H${exchange.answer.kind === 'answered' ? deviceX : (x + deviceX) / 2}`;
}

function labels(step: Step, y: number, origin: string, { x }: Lane, findings: number): Markup {
  const { exchange } = step;
  const room = Math.floor((x - deviceX) / 7);
  const asked = shortened(
    `${exchange.index} ${step.note === undefined ? '' : `${step.note.kind}: `}${askedIn(exchange, origin)}`,
    room,
  );
  const came = shortened(`${cameIn(step)} · ${duration(exchange.durationMs)}`, room);
  return html`<text x="70" y="${y - 4}">${asked}</text
    ><text x="82" y="${y + 13}" ${exchange.answer.kind === 'broken' ? html` class="failed"` : nothing}
      >${exchange.answer.kind === 'broken' ? '✕ ' : ''}${came}</text
    >${
      findings === 0
        ? nothing
        : html`<text class="failed" x="${deviceX - 8}" y="${y + 4}" text-anchor="end" font-weight="700"
            >✕ ${findings}</text
          >`
    }`;
}

function shortened(text: string, most: number): string {
  const line = oneLine(text);
  return line.length > most ? `${line.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : line;
}
