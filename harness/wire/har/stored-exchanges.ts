import { deepFreeze } from '../exchange/deep-freeze.ts';
import type { Exchange, Session } from '../exchange/exchange.ts';
import { redact } from '../redaction/redact.ts';
import { readRedactedHar } from './read-har.ts';
import { writeEntry, writeMeta, type Recording } from './write-har.ts';

/**
 * The session that a reader of the written HAR gets, redacted and frozen, without the document: one entry of it exists at a time,
 * because the texts of a document take up to twice the memory of its bodies.
 */
export function storedExchanges(recording: Recording): Session {
  const { exchanges, text } = redact(recording);
  const { meta } = recording;
  const again = (exchange: Exchange, index: number): Exchange[] => {
    const { exchanges: read } = readRedactedHar({ log: { entries: [writeEntry(exchange, text)] } });
    return read.map((one) => ({ ...one, index }));
  };
  return deepFreeze({
    ...(meta ? { meta: structuredClone(writeMeta(meta, text)) } : {}),
    exchanges: exchanges.flatMap(again),
  });
}
