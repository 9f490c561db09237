import type { ScenarioProgress } from '../../device/run/gather.ts';
import type { Io } from './io.ts';

/** Shows on standard error how far a run is: on a terminal in one line that it redraws, elsewhere in plain lines. */
export interface Progress {
  step(progress: ScenarioProgress): void;
  end(): void;
}

const clearLine = '\r\u001B[2K';

/** Progress for this output; silent if the user wants a document only. */
export function createProgress(io: Io, isSilent: boolean): Progress {
  if (isSilent) return { step: () => undefined, end: () => undefined };
  return {
    step: ({ scenario, number, total, state }) => {
      const line = `[${number}/${total}] ${scenario.title}`;
      if (io.isTerminal) {
        io.err(`${clearLine}${line.slice(0, Math.max(io.width - 1, 20))}`);
      } else if (state !== 'driven') {
        io.err(state === 'undriven' ? `${line}: skipped\n` : `${line}\n`);
      }
    },
    end: () => {
      if (io.isTerminal) io.err(clearLine);
    },
  };
}
