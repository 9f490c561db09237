import type { Exchange, SessionMeta } from '../../wire/exchange/exchange.ts';
import type { KnownSecret, SecretNumber } from '../../wire/redaction/secret-ledger.ts';

/** The exchanges of a run as they were sent and received, with their secrets: only `writeHar` may store them. */
export interface Recording {
  readonly meta: SessionMeta;
  /** In plan order. */
  readonly exchanges: readonly Exchange[];
  /** Texts to redact wherever they appear. */
  readonly knownSecrets: readonly KnownSecret[];
  /** Numbers them, where the recording is a part of one run. */
  readonly secretNumber?: SecretNumber;
}
