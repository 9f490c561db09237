import { countMarkup } from '../../protocol/xml/markup-count.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { Har } from './har-format.ts';
import { UnreadableSession } from './unreadable-session.ts';

/** An entry takes some 20 kB while it is judged. A whole run has some 600, a day before a browser some thousands. */
const mostEntries = 20_000;
/** Tags and attributes of all requests together: requests are parsed first, and what follows from an unread one would be wrong. */
const mostMarkup = 400_000;

const advice = 'keep only the exchanges of the enrollment';

/** Throws `UnreadableSession` for a recording of more entries than are judged in bounded time and memory. */
export function refuseTooMany({ log: { entries } }: Har): void {
  if (entries.length <= mostEntries) return;
  throw new UnreadableSession(
    `the recording has ${said(entries.length)} entries; at most ${said(mostEntries)} are judged: ${advice}`,
  );
}

/** Throws `UnreadableSession` where the requests have more markup than is read. */
export function refuseTooMuch(exchanges: readonly Exchange[]): void {
  let markup = 0;
  for (const { request } of exchanges) {
    const { tags, attributes } = countMarkup(request.body);
    markup += tags + attributes;
  }
  if (markup <= mostMarkup) return;
  throw new UnreadableSession(
    `the requests of the recording have ${said(markup)} tags and attributes; at most ${said(mostMarkup)} are read: ${advice}`,
  );
}

function said(count: number): string {
  return count.toLocaleString('en');
}
