import path from 'node:path';
import type { Session } from '../wire/exchange/exchange.ts';
import { harPieces, readHar, storedExchanges } from '../wire/har/har.ts';
import type { Har } from '../wire/har/har.ts';
import type { Occasion } from './assess.ts';

/** A session and its HAR text, which the tool stores beside the reports. */
export interface StoredSession {
  readonly session: Session;
  /** Made when it is asked for. Throws a `RangeError` if it is longer than a text can be; `pieces` never are. */
  readonly har: string;
  /** The same text in pieces, from the beginning at each call. */
  readonly pieces: () => Iterable<string>;
}

/** A redacted session with its text, which is made when it is asked for. */
export function storedSession(session: Session): StoredSession {
  const pieces = (): Iterable<string> => harPieces(session);
  return {
    session,
    get har() {
      return [...pieces()].join('');
    },
    pieces,
  };
}

/**
 * Reads a HAR, as a text or as what another recording was turned into. A session of this tool is redacted already and stays the same to the byte. A third-party recording is redacted
 * before the tool stores anything of it. Throws `UnreadableSession`, also for more than 20,000 entries.
 */
export function readStoredSession(har: string | Har): StoredSession {
  const session = readHar(har);
  if (session.meta && typeof har === 'string') return { session, har, pieces: () => [har] };
  return storedSession(storedExchanges(session));
}

/** When a session took place: as it records itself, or else from its first request to its last answer. `name` is its file. */
export function occasionOf({ meta, exchanges }: Session, mode: Occasion['mode'], name: string): Occasion {
  const first = exchanges[0]?.startedAt ?? new Date(0).toISOString();
  const last = exchanges.at(-1);
  const end = last ? Date.parse(last.startedAt) + last.durationMs : Date.parse(first);
  return {
    mode,
    runId: meta?.runId ?? path.basename(name, path.extname(name)),
    startedAt: meta?.startedAt ?? first,
    durationMs: meta?.durationMs ?? Math.max(0, end - Date.parse(first)),
    target: path.basename(name),
  };
}
