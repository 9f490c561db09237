import type { Judgement } from '../../harness/engine/verdict/results.ts';
import { html, nothing, type Markup } from '../markup.ts';
import { allJudgements } from '../own/own-judgements.ts';
import { count } from '../text/units.ts';
import type { Context } from './context.ts';
import { deviceEntry } from './device/device.ts';
import { devicesOf, originOf, type Device } from './device/devices.ts';
import { deviceFilters } from './device/filters.ts';
import { fittingParts } from './device/fitting-parts.ts';
import { sequence } from './device/sequence.ts';
import { stepRow } from './device/step-row.ts';
import { exchangeEntry, type SeenHere } from './exchange.ts';
import { fittingMessages } from './fitting-messages.ts';
import { bytesOf } from './size/fitting.ts';

/** A part of the page with what it leaves out, as sentences. */
export interface CutPart {
  readonly markup: Markup;
  readonly cuts: readonly string[];
}

/** Of the room of the evidence, the messages have so much at most. */
const messagesShare = 0.6;

/**
 * Every exchange of the session, device by device, as far as it has room; whole are those that something is wrong with, and an example of
 * each kind.
 */
export function exchanges(context: Context, most: number): CutPart {
  const { results, session, shown } = context;
  const seen = seenByExchange(allJudgements(results));
  const devices = devicesOf(results, session);
  const start = Date.parse(session.exchanges[0]?.startedAt ?? '');
  const causes = new Set([...results.causes, ...results.refusals].map(({ exchange }) => exchange));
  const origin = originOf(results.run.target);
  const seenIn = (index: number): readonly SeenHere[] => seen.get(index) ?? [];
  const findingsIn = (index: number): number => seenIn(index).length;
  const findingsOf = ({ steps }: Device): number =>
    steps.reduce((sum, { exchange }) => sum + findingsIn(exchange.index), 0);
  const steps = devices.flatMap((device) => device.steps);
  const messages = fittingMessages(steps, shown.order, messagesShare * most, ({ exchange, note }, bodies) =>
    exchangeEntry({ exchange, note, seen: seenIn(exchange.index), bodies, isOfCause: causes.has(exchange.index) }),
  );
  const filtersOf = deviceFilters(context, seenIn);
  const filters = new Map(devices.map((device) => [device, filtersOf(device)]));
  const entry = (device: Device, parts: Parameters<typeof deviceEntry>[3]): Markup =>
    deviceEntry(device, findingsOf(device), filters.get(device) ?? nothing, parts);
  const { parts, left } = fittingParts(devices, most - sizeOf(messages), {
    shell: (device) => entry(device, { picture: html``, rows: [html``], messages: [] }),
    picture: (device) => sequence(device, origin, findingsIn),
    row: (step) => {
      const { index } = step.exchange;
      return stepRow(step, { origin, start, findings: findingsIn(index), isWhole: messages.has(index) });
    },
    messages,
    findingsIn,
  });
  return {
    markup: section(
      context,
      devices,
      [...parts].map(([device, some]) => entry(device, some)),
    ),
    cuts: [
      ...cut(shown.order.length - messages.size, shown.order.length, 'exchanges that would be shown whole'),
      ...cut(left.rows, steps.length, 'rows of exchanges'),
      ...cut(left.pictures, devices.length, 'pictures of sequences'),
      ...cut(devices.length - parts.size, devices.length, 'devices'),
    ],
  };
}

/** `9000 of 20000 rows of exchanges: see session.har.` */
function cut(left: number, all: number, what: string): readonly string[] {
  return left === 0 ? [] : [`${left} of ${all} ${what}: see session.har.`];
}

function sizeOf(messages: ReadonlyMap<number, Markup>): number {
  return Array.from(messages.values(), bytesOf).reduce((sum, size) => sum + size, 0);
}

function section({ session }: Context, devices: readonly Device[], entries: readonly Markup[]): Markup {
  return html`<section aria-labelledby="exchanges">
    <h2 id="exchanges">Evidence</h2>
    <p class="small">
      ${count(session.exchanges.length, 'exchange')} of ${count(devices.length, 'device')}. Exchange n is the entry
      <code>log.entries[n]</code> of <code>session.har</code>, counted from 0, which holds every byte. Here stand the
      messages of exchanges with a finding and one example of each kind; of the others the facts, and the beginning of
      the SHA-256 of the body of the answer, in hexadecimal. Placeholders replace the secrets.
    </p>
    <p class="on-paper">On paper stand the exchanges that the causes name. The page itself has all of them.</p>
    <p class="small" id="shown-devices" hidden></p>
    ${session.exchanges.length === 0 ? html`<p>The session has no exchange.</p>` : entries}
  </section>`;
}

function seenByExchange(judgements: readonly Judgement[]): Map<number, SeenHere[]> {
  const byExchange = new Map<number, SeenHere[]>();
  for (const judgement of judgements) {
    for (const finding of judgement.findings) {
      const list = byExchange.get(finding.exchange) ?? [];
      list.push({ judgement, finding });
      byExchange.set(finding.exchange, list);
    }
  }
  return byExchange;
}
