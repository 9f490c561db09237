import type { Maker } from '../../engine/verdict/results.ts';

/** All that a command may use of the process, so that a test needs no child process. */
export interface Io {
  /** Writes to standard output; the text brings its own line ends. What a terminal would obey is escaped (`safeIo`). */
  readonly out: (text: string) => void;
  /** Writes to standard error, as `out` does. */
  readonly err: (text: string) => void;
  /** Empties the line of standard error where the cursor stands; for a terminal only. */
  readonly clearLine: () => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether standard error is a terminal that a line can be redrawn on. */
  readonly isTerminal: boolean;
  /** Whether standard output takes colours. */
  readonly colour: boolean;
  /** Columns of standard output. */
  readonly width: number;
  /**
   * Shows a text and waits until the user confirms; absent without a user at a terminal. Rejects if `signal` fires or the user closes the
   * input.
   */
  readonly ask?: (text: string, signal?: AbortSignal) => Promise<void>;
  /** Where questions with several answers are asked; absent without a user at a terminal. */
  readonly terminal?: { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream };
  /** Who started the process, with which command line; absent where the command is a part of another program. */
  readonly maker?: () => Maker;
  /**
   * Resolves when the user asks to stop (SIGINT, SIGTERM), or closes the terminal (SIGHUP). If the user asks again, the process ends at
   * once, and `lastWord` is its last line.
   */
  readonly interrupted: (lastWord?: () => string | undefined) => Promise<void>;
  /** From now on the system ends the process on such a signal, even in the midst of long synchronous work. */
  readonly letSignalsEnd?: () => void;
  /** Gives errors that no code catches to `hear` instead of ending the process; undefined ends that. */
  readonly onUncaught?: (hear: ((error: unknown) => void) | undefined) => void;
}
