import type { Answer, Transport } from '../../wire/exchange/exchange.ts';

/** How long a run may take. */
export interface TimeLimit {
  readonly minutes: number;
  /** Fires once, when the time is over. */
  readonly reached: AbortSignal;
}

/** The time of the run is over; the scenario that was about to send ends here, and what it brought about is ended. */
export class TimeLimitReached extends Error {
  override readonly name = 'TimeLimitReached';
}

/** Starts the clock, which keeps no process alive. Dispose of it when the run has ended. */
export function startTimeLimit(minutes: number): TimeLimit & Disposable {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort();
  }, minutes * 60_000);
  timer.unref();
  return {
    minutes,
    reached: controller.signal,
    [Symbol.dispose]: () => {
      clearTimeout(timer);
    },
  };
}

/** A clause for people. */
export function timeLimitText(minutes: number): string {
  return `the run reached its time limit of ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} (--time-limit)`;
}

/**
 * A transport that ends with the time: an exchange that is pending then counts as `unrecorded`, because its server may have been about
 * to answer. After that it sends nothing, and rejects with `TimeLimitReached`.
 */
export function untilTimeLimit(transport: Transport, limit: TimeLimit | undefined): Transport {
  if (!limit) return transport;
  const { minutes, reached } = limit;
  const over = new Promise<Answer>((resolve) => {
    const message = `${timeLimitText(minutes).replace(/^t/, 'T')} before this answer came.`;
    const end = (): void => {
      resolve({ kind: 'broken', reason: 'unrecorded', message });
    };
    reached.addEventListener('abort', end, { once: true });
  });
  return async (request) => {
    if (reached.aborted) throw new TimeLimitReached(timeLimitText(minutes));
    return await Promise.race([transport(request), over]);
  };
}
