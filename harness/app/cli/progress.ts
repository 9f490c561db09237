import type { ScenarioProgress } from '../../device/run/scenario-progress.ts';
import type { Io } from './io.ts';

/** Shows on standard error how far a run is: on a terminal in one line that it redraws, elsewhere in plain lines. */
export interface Progress {
  step(progress: ScenarioProgress): void;
  /** Ends the line, so that something else can be written. */
  end(): void;
  /** Ends the line, and says that nothing more is sent, and what Ctrl+C does from now on: no code runs then that could say it. */
  judge(): void;
  /** Ends the line, and says how many scenarios were left out, and why. Default: the first did not reach the server. */
  finish(why?: string): void;
}

/** Progress for this output; silent if the user wants a document only. */
export function createProgress(io: Io, isSilent: boolean): Progress {
  const nothing = (): void => undefined;
  if (isSilent) return { step: nothing, end: nothing, judge: nothing, finish: nothing };
  let undriven = 0;
  const end = (): void => {
    if (io.isTerminal) io.clearLine();
  };
  return {
    step: ({ scenario, number, total, state }) => {
      if (state === 'undriven') {
        undriven += 1;
        return;
      }
      const line = `[${number}/${total}] ${scenario.title}`;
      if (io.isTerminal) {
        io.clearLine();
        io.err(line.slice(0, Math.max(io.width - 1, 20)));
      } else if (state === 'started') {
        io.err(`${line}\n`);
      }
    },
    end,
    judge: () => {
      end();
      if (io.isTerminal) io.err('The answers are now judged (Ctrl+C ends at once, without a report)\n');
    },
    finish: (why = 'the first did not reach the server') => {
      end();
      if (undriven === 0) return;
      io.err(`${undriven} scenarios were left out, because ${why}; --plan lists them\n`);
    },
  };
}
