import type { OnReply } from '../../../reference-server/mount/listen.ts';
import { redact } from '../../../wire/redaction/redact.ts';
import type { KnownSecret } from '../../../wire/redaction/secret-ledger.ts';
import { messageOf } from '../failures.ts';
import type { Io } from '../io.ts';
import type { ExchangeLog } from './exchange-log.ts';
import { requestLine } from './request-line.ts';
import { servedExchange } from './served-exchange.ts';

/** Where a server tells of its requests. */
export interface Witness {
  readonly onReply: OnReply;
  /** Whether an exchange could not be kept. */
  readonly hasLost: () => boolean;
}

/** Keeps each exchange in the log, if there is one, and then shows its line on standard error, both without a secret. */
export function createWitness(
  io: Pick<Io, 'err'>,
  {
    log,
    knownSecrets,
    origin,
  }: {
    readonly log: ExchangeLog | undefined;
    readonly knownSecrets: readonly KnownSecret[];
    /** The server's own, for a request whose address no URL can name. */
    readonly origin: () => string;
  },
): Witness {
  let hasLost = false;
  return {
    onReply: async (request, reply, startedAt) => {
      const served = { request, reply, startedAt };
      try {
        const exchange = servedExchange(served, origin());
        await log?.add(exchange).catch((error: unknown) => {
          hasLost = true;
          io.err(`mde-conformance: --log: an exchange could not be kept: ${messageOf(error)}\n`);
        });
        const { text } = redact({ exchanges: [exchange], knownSecrets });
        io.err(`${text(requestLine(served))}\n`);
      } catch (error) {
        io.err(`mde-conformance: ${messageOf(error)}\n`);
      }
    },
    hasLost: () => hasLost,
  };
}
