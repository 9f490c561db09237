import type { Answer, Exchange, HttpRequest, Label, Transport } from './exchange.ts';

/** Spaces the requests of a run, and says which of them a server wants later. */
export interface Pace {
  /** Resolves when the next request may begin; who asks first, begins first. */
  readonly turn: () => Promise<void>;
  /** Whether to send a request again because of this answer; its next turn then comes as late as the server asked for. */
  readonly isToRepeat: (answer: Answer, label: Label) => boolean;
}

/** The transport of a recorder, and its clocks. */
export interface RecorderOptions {
  readonly transport: Transport;
  /** The time at which an exchange starts. */
  readonly now: () => Date;
  /** Milliseconds from any origin, for durations. Default: `now`, so that one fixed clock fixes a recording. */
  readonly monotonic?: () => number;
  /** Default: every request begins at once, and none is sent again. */
  readonly pace?: Pace;
}

/** Sends and records exchanges, with their secrets: only `writeHar` may store them. */
export interface Recorder {
  /** The answer that counts. A request that the server wanted later is sent once more, and both exchanges are recorded. */
  readonly send: (request: HttpRequest, label: Label) => Promise<Answer>;
  /** The exchanges so far, in the order of sending. */
  readonly exchanges: () => readonly Exchange[];
}

/**
 * Records the exchanges of one scenario. Scenarios that run at the same time have one recorder each. Their recordings,
 * joined in the order of the plan, are the recording of the run; `readHar` numbers the exchanges. To wait for a turn is no part of an
 * exchange: its time begins behind it.
 */
export function createRecorder({ transport, now, monotonic = () => now().getTime(), pace }: RecorderOptions): Recorder {
  const slots: (Omit<Exchange, 'index'> | undefined)[] = [];

  const send = async (request: HttpRequest, label: Label, isLast: boolean): Promise<Answer> => {
    if (pace) await pace.turn();
    const slot = slots.push(undefined) - 1;
    const startedAt = now().toISOString();
    const start = monotonic();
    const { connection, ...answer } = await transport(request);
    const durationMs = monotonic() - start;
    const isEarly = !isLast && pace?.isToRepeat(answer, label) === true;
    const shared = connection === undefined ? {} : { connection };
    const known = isEarly ? throttled(label) : label;
    slots[slot] = { startedAt, durationMs, request, answer, label: known, secrets: [], ...shared };
    return isEarly ? await send(request, label, true) : answer;
  };

  return {
    send: (request, label) => send(request, label, false),
    exchanges: () =>
      slots.filter((exchange) => exchange !== undefined).map((exchange, index) => ({ index, ...exchange })),
  };
}

/** Without what would make somebody take the exchange for a control or for an answer to a deviation. */
function throttled({ scenario, name, flow, step, variant }: Label): Label {
  return { scenario, name, flow, step, ...(variant === undefined ? {} : { variant }), throttled: true };
}
