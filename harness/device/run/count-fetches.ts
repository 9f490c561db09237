import type { Exchange } from '../../wire/exchange/exchange.ts';
import type { Callback } from './callback.ts';

/** The exchange with the number of fetches of its address. It counts at the end only, because a server may fetch late. */
export function countFetches(exchange: Exchange, callback: Callback | undefined): Exchange {
  const { label } = exchange;
  if (!label?.callback || !callback) return exchange;
  const { url } = label.callback;
  return { ...exchange, label: { ...label, callback: { url, fetches: callback.fetches(url) } } };
}
