import type { Scenario } from '../../../device/run/scenario.ts';
import type { Io } from '../io.ts';
import { main } from '../main.ts';

/** What a command left behind. */
export interface Called {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** An `Io` that keeps what is written, and the means to interrupt the command. */
export interface KeptIo {
  readonly io: Io;
  readonly out: () => string;
  readonly err: () => string;
  readonly interrupt: () => void;
  /** Resolves as soon as something was written to standard output. */
  readonly spoken: Promise<void>;
}

/** Standard streams of a test: no terminal, no colours, 100 columns, no environment but the given one. */
export function keptIo(env: Io['env'] = {}): KeptIo {
  const out: string[] = [];
  const err: string[] = [];
  let interrupt = (): void => undefined;
  let speak = (): void => undefined;
  const interrupted = new Promise<void>((resolve) => (interrupt = resolve));
  const spoken = new Promise<void>((resolve) => (speak = resolve));
  const io: Io = {
    out: (text) => {
      out.push(text);
      speak();
    },
    err: (text) => void err.push(text),
    clearLine: () => undefined,
    env,
    isTerminal: false,
    colour: false,
    width: 100,
    interrupted: () => interrupted,
  };
  return {
    io,
    out: () => out.join(''),
    err: () => err.join(''),
    interrupt: () => {
      interrupt();
    },
    spoken,
  };
}

/** Runs a command line to its end in this process; a `run` drives all scenarios, or those that are given. */
export async function call(
  args: readonly string[],
  env: Io['env'] = {},
  scenarios?: readonly Scenario[],
): Promise<Called> {
  const { io, out, err } = keptIo(env);
  const code = await main(args, io, scenarios);
  return { code, out: out(), err: err() };
}
