import type { Exchange } from '../exchange/exchange.ts';
import { promotedSecrets, redactExchange, usableSecrets } from './redact.ts';
import { createSecretLedger, type KnownSecret } from './secret-ledger.ts';
import { createRedactor } from './text-redactor.ts';

/** Redacts exchanges one by one as they come, with one numbering: together they are what `redact` makes of all at once. */
export interface GrowingRedaction {
  /** `isNews` says that the exchange named a secret that earlier ones may hold elsewhere: `again` redacts those. */
  readonly add: (exchange: Exchange) => { readonly exchange: Exchange; readonly isNews: boolean };
  /** Redacts an exchange once more, by all that is known now. */
  readonly again: (exchange: Exchange) => Exchange;
  /** The same for a text beside the exchanges. */
  readonly text: (text: string) => string;
}

/** Begins with the secrets that are known before the first exchange. */
export function createGrowingRedaction(knownSecrets: readonly (string | KnownSecret)[]): GrowingRedaction {
  const known = usableSecrets(knownSecrets);
  const ledger = createSecretLedger();
  const first = createRedactor(ledger, known);
  let promoted: readonly KnownSecret[] = [];
  let second = createRedactor(ledger, promoted);
  const ignore = (): void => undefined;
  return {
    add: (exchange) => {
      const placed = redactExchange(exchange, first);
      const found = promotedSecrets(ledger, known);
      const isNews = found.length > promoted.length;
      if (isNews) {
        promoted = found;
        second = createRedactor(ledger, promoted);
      }
      return { exchange: promoted.length === 0 ? placed : redactExchange(placed, second), isNews };
    },
    again: (exchange) => redactExchange(exchange, second),
    text: (text) => second.text(first.text(text, ignore), ignore),
  };
}
