import type { Answer, Exchange, HttpRequest, Label, Transport } from './exchange.ts';

/** The transport of a recorder, and its clocks. */
export interface RecorderOptions {
  readonly transport: Transport;
  /** The time at which an exchange starts. */
  readonly now: () => Date;
  /** Milliseconds from any origin, for durations. Default: `now`, so that one fixed clock fixes a recording. */
  readonly monotonic?: () => number;
}

/** Sends and records exchanges, with their secrets: only `writeHar` may store them. */
export interface Recorder {
  readonly send: (request: HttpRequest, label: Label) => Promise<Answer>;
  /** The exchanges so far, in the order of sending. */
  readonly exchanges: () => readonly Exchange[];
}

/**
 * Records the exchanges of one scenario. Scenarios that run at the same time have one recorder each. Their recordings,
 * joined in the order of the plan, are the recording of the run; `readHar` numbers the exchanges.
 */
export function createRecorder({ transport, now, monotonic = () => now().getTime() }: RecorderOptions): Recorder {
  const slots: (Omit<Exchange, 'index'> | undefined)[] = [];
  return {
    send: async (request, label) => {
      const slot = slots.push(undefined) - 1;
      const startedAt = now().toISOString();
      const start = monotonic();
      const { connection, ...answer } = await transport(request);
      const durationMs = monotonic() - start;
      const shared = connection === undefined ? {} : { connection };
      slots[slot] = { startedAt, durationMs, request, answer, label, secrets: [], ...shared };
      return answer;
    },
    exchanges: () =>
      slots.filter((exchange) => exchange !== undefined).map((exchange, index) => ({ index, ...exchange })),
  };
}
