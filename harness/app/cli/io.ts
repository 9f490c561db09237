import type { Maker } from '../../engine/verdict/results.ts';

/** All that a command may use of the process, so that a test needs no child process. */
export interface Io {
  /** Writes to standard output; the text brings its own line ends. */
  readonly out: (text: string) => void;
  /** Writes to standard error. */
  readonly err: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether standard error is a terminal that a line can be redrawn on. */
  readonly isTerminal: boolean;
  /** Whether standard output takes colours. */
  readonly colour: boolean;
  /** Columns of standard output. */
  readonly width: number;
  /** Shows a text and waits until the user confirms; absent without a user at a terminal. */
  readonly ask?: (text: string) => Promise<void>;
  /** Who started the process, with which command line; absent where the command is a part of another program. */
  readonly maker?: () => Maker;
  /** Resolves when the user asks to stop (SIGINT, SIGTERM), or closes the terminal (SIGHUP). */
  readonly interrupted: () => Promise<void>;
}
