import path from 'node:path';
import type { Session } from '../wire/exchange/exchange.ts';
import { readHar, readRedactedHar, serialiseHar, writeHar } from '../wire/har/har.ts';
import type { Occasion } from './assess.ts';

/** A session, and the HAR text that it was read from and that is handed on with its reports. */
export interface StoredSession {
  readonly session: Session;
  readonly har: string;
}

/**
 * Reads a HAR. Our own sessions are redacted and stay as they are, to the byte; a third-party one is redacted before anything is
 * stored. Throws `UnreadableSession`.
 */
export function readStoredSession(har: string): StoredSession {
  const session = readHar(har);
  if (session.meta) return { session, har };
  const redacted = writeHar(session);
  return { session: readRedactedHar(redacted), har: serialiseHar(redacted) };
}

/** When a session took place: as it says itself, otherwise from its first request to its last answer. `name` is its file. */
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
