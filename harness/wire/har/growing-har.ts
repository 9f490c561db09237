import type { Exchange } from '../exchange/exchange.ts';
import { createGrowingRedaction } from '../redaction/growing-redaction.ts';
import type { KnownSecret } from '../redaction/secret-ledger.ts';
import { readHar } from './read-har.ts';
import { creator, writeEntry } from './write-har.ts';

/** The text of a HAR that grows with each exchange and is whole at any time, redacted. */
export interface GrowingHar {
  /** The text without any exchange. */
  readonly empty: string;
  /** How many bytes at the end of the text the next piece overwrites. */
  readonly overwritten: number;
  /** The piece for one more exchange, in place of the last bytes of the text; `isNews`: the text before it is to be `revised` first. */
  readonly piece: (exchange: Exchange) => { readonly text: string; readonly isNews: boolean };
  /** The text, redacted by all that is known now. */
  readonly revised: (text: string) => string;
}

const tail = '\n]}}\n';

/** Begins with the secrets that are known before the first exchange. One exchange stands on one line. */
export function createGrowingHar(knownSecrets: readonly KnownSecret[]): GrowingHar {
  const redaction = createGrowingRedaction(knownSecrets);
  const head = `{"log":{"version":"1.2","creator":${JSON.stringify(creator)},"entries":[`;
  const lineOf = (exchange: Exchange): string => `\n${JSON.stringify(writeEntry(exchange, redaction.text))}`;
  let isEmpty = true;
  return {
    empty: `${head}${tail}`,
    overwritten: Buffer.byteLength(tail),
    piece: (exchange) => {
      const { exchange: redacted, isNews } = redaction.add(exchange);
      const text = `${isEmpty ? '' : ','}${lineOf(redacted)}${tail}`;
      const isRevision = isNews && !isEmpty;
      isEmpty = false;
      return { text, isNews: isRevision };
    },
    revised: (text) => {
      const { exchanges } = readHar(text);
      return `${head}${exchanges.map((exchange) => lineOf(redaction.again(exchange))).join(',')}${tail}`;
    },
  };
}
