import { setTimeout } from 'node:timers/promises';

/** How time passes for a run that spaces its requests. */
export interface Clock {
  /** Milliseconds from any origin; it never goes back. */
  readonly elapsed: () => number;
  /** Resolves after so many milliseconds, perhaps a little early, or as soon as `signal` fires. */
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** The clock of this machine. */
export const systemClock: Clock = {
  elapsed: () => performance.now(),
  wait: (ms, signal) =>
    setTimeout(ms, undefined, signal ? { signal } : {}).catch((error: unknown) => {
      if (signal?.aborted !== true) throw error;
    }),
};
