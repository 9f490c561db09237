import type { Behaviour } from '../../engine/rule/counterexample.ts';
import type { HttpRequest } from '../../wire/exchange/exchange.ts';
import { VoidDeparture } from '../departures/departures.ts';

/** Fetches an address and drops the content. */
export type Fetch = (url: string) => Promise<void>;

const named = /SYSTEM\s+"(https?:\/\/[^"]+)"/g;

/** With this departure, fetches all that a document type names; a good server reads no document types. */
export function createFetcher(
  { fetchesEntities }: Behaviour,
  fetch: Fetch | undefined,
): (request: HttpRequest) => Promise<void> {
  return async ({ body }) => {
    if (fetchesEntities !== true) return;
    if (!fetch) throw new VoidDeparture({ behaviour: { fetchesEntities } }, 'this server can fetch nothing');
    for (const [, url = ''] of Buffer.from(body).toString().matchAll(named)) await fetch(url);
  };
}
