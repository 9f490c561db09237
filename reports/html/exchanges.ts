import type { ExchangeNote, Judgement, Results } from '../../harness/engine/verdict/results.ts';
import type { Exchange, Session } from '../../harness/wire/exchange/exchange.ts';
import { bodyLimit } from '../evidence/limits.ts';
import { html, type Markup } from '../markup.ts';
import { exchangeEntry, type SeenHere } from './exchange.ts';

/** Every exchange of the session, with what the checks saw in it. */
export function exchanges(results: Results, session: Session): Markup {
  const limit = bodyLimit(results, session);
  const notes = new Map(results.exchanges.map((note) => [note.index, note]));
  const seen = seenByExchange(results.judgements);
  const entry = (exchange: Exchange): Markup => {
    const note: ExchangeNote | undefined = notes.get(exchange.index);
    return exchangeEntry({ exchange, note, seen: seen.get(exchange.index) ?? [], limit: limit(exchange) });
  };
  return html`<section aria-labelledby="exchanges">
    <h2 id="exchanges">Evidence</h2>
    <p class="small">
      All exchanges in the order of the plan. The numbers count from 0, like the entries of <code>session.har</code>,
      which holds every byte. Placeholders replace the secrets.
    </p>
    ${session.exchanges.length === 0 ? html`<p>The session has no exchange.</p>` : session.exchanges.map(entry)}
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
