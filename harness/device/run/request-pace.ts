import { isDueOutage } from '../../engine/selection/server-states.ts';
import type { Answer, Label } from '../../wire/exchange/exchange.ts';
import type { Pace } from '../../wire/exchange/recorder.ts';
import { waitAskedFor } from '../../wire/exchange/retry-after.ts';
import { systemClock } from './clock.ts';
import type { Clock } from './clock.ts';

/** The limits of a rate, in requests a minute. */
export const rateLimits = { least: 1, most: 6000 } as const;

/** Whether a run can keep this rate. */
export function isRate(rate: number): boolean {
  return Number.isInteger(rate) && rate >= rateLimits.least && rate <= rateLimits.most;
}

/** How long a run waits for a server that asks for it. */
const longestWait = 120_000;
const mostWaits = 10;

/** A rate, and what the run has besides. */
export interface PaceOptions {
  /** Requests a minute at most, over all devices. */
  readonly rate: number;
  readonly clock: Clock;
  /** The time of day, for a Retry-After that names a date. */
  readonly now: () => Date;
  /** Ends every wait at once. */
  readonly signal?: AbortSignal | undefined;
  /** Gets what the server asked for, as a sentence without a full stop. */
  readonly onNotice?: ((notice: string) => void) | undefined;
}

/** The pace of a run. Throws `RangeError` for a rate that no run can keep. Default: the clock of this machine. */
export function paceOf(
  rate: number,
  { clock = systemClock, ...others }: Partial<PaceOptions> & Pick<PaceOptions, 'now'>,
): Pace {
  const { least, most } = rateLimits;
  if (!isRate(rate)) throw new RangeError(`rate: ${rate} is not allowed; give a whole number from ${least} to ${most}`);
  return createRequestPace({ ...others, rate, clock });
}

/**
 * Lets requests begin 60 / `rate` seconds apart, in the order in which they ask. If the server asks for a pause, no request begins before
 * its end, and the refused one comes again: ten times in a run, and for two minutes each. Beyond that, the refusal counts as the answer.
 */
export function createRequestPace({ rate, clock, now, signal, onNotice }: PaceOptions): Pace {
  const interval = 60_000 / rate;
  let next = Number.NEGATIVE_INFINITY;
  let last = Promise.resolve();
  let waits = 0;
  const given = new Set<string>();
  const refuse = (notice: string): false => {
    if (!given.has(notice)) onNotice?.(notice);
    given.add(notice);
    return false;
  };

  const comeToTurn = async (): Promise<void> => {
    // A pause may begin meanwhile, and a timer may fire early.
    for (let left = next - clock.elapsed(); left > 0 && signal?.aborted !== true; left = next - clock.elapsed()) {
      await clock.wait(left, signal);
    }
    next = clock.elapsed() + interval;
  };

  return {
    turn: () => (last = last.then(comeToTurn)),
    isToRepeat: (answer, label) => {
      const asked = waitAskedFor(answer, now());
      if (asked === undefined || isMeant(answer, label)) return false;
      if (asked > longestWait) {
        return refuse(`the server asks for a wait of more than ${longestWait / 1000} s; its refusals count as answers`);
      }
      if (waits === mostWaits) {
        return refuse(`the run waited ${mostWaits} times for the server; its refusals count as answers from now on`);
      }
      waits += 1;
      next = Math.max(next, clock.elapsed() + asked);
      onNotice?.(
        `the server answered HTTP ${answer.response?.status ?? ''} with Retry-After; the run waits ${Math.ceil(asked / 1000)} s and ` +
          `sends the request again (wait ${waits} of ${mostWaits} at most)`,
      );
      return true;
    },
  };
}

/** Whether the run brought the outage about, so that the refusal is what it asked for. */
function isMeant({ response }: Answer, { deviations = [] }: Label): boolean {
  return response?.status === 503 && isDueOutage(deviations);
}
