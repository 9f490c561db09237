import type { Judgement } from '../../harness/engine/verdict/results.ts';
import { html, type Markup } from '../markup.ts';
import { count } from '../text/units.ts';
import type { Context } from './context.ts';
import { deviceEntry } from './device/device.ts';
import { devicesOf, originOf } from './device/devices.ts';
import type { SeenHere } from './exchange.ts';
import { createBodies } from './message.ts';

/** Every exchange of the session, device by device; whole are those that something is wrong with, and an example of each kind. */
export function exchanges({ results, session, shown }: Context): Markup {
  const seen = seenByExchange(results.judgements);
  const devices = devicesOf(results, session);
  const start = Date.parse(session.exchanges[0]?.startedAt ?? '');
  const causes = new Set([...results.causes, ...results.refusals].map(({ exchange }) => exchange));
  const around = {
    shown,
    bodies: createBodies(),
    origin: originOf(results.run.target),
    start,
    isOfCause: (index: number) => causes.has(index),
    seenIn: (index: number) => seen.get(index) ?? [],
  };
  return html`<section aria-labelledby="exchanges">
    <h2 id="exchanges">Evidence</h2>
    <p class="small">
      ${count(session.exchanges.length, 'exchange')} of ${count(devices.length, 'device')}. Exchange n is the entry
      <code>log.entries[n]</code> of <code>session.har</code>, counted from 0, which holds every byte. Here stand the
      messages of exchanges with a finding and one example of each kind; of the others the facts, and the beginning of
      the SHA-256 of the body of the answer, in hexadecimal. Placeholders replace the secrets.
    </p>
    <p class="on-paper">On paper stand the exchanges that the causes name. The page itself has all of them.</p>
    ${
      session.exchanges.length === 0
        ? html`<p>The session has no exchange.</p>`
        : devices.map((device) => deviceEntry(device, around))
    }
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
