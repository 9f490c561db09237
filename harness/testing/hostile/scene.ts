import type { Called } from '../../app/cli/testing/io.ts';
import type { Aftermath } from './aftermath.ts';
import type { Server } from './drive.ts';

/** How the tool is started: in this process, or as the built command in one of its own. */
export interface Tool {
  /** A command line, with variables besides the usual ones. */
  readonly run: (args: readonly string[]) => Promise<Called>;
  /** Enrolls at a server, and writes the reports into a folder. */
  readonly enroll: (server: Server, out: string, lay: Scene['lay']) => Promise<Called>;
}

/** The folder of a row, and what its attack may use. */
export interface Scene {
  readonly tool: Tool;
  /** The folder for `--out`. */
  readonly out: string;
  /** Lays a file of the row; it is none of what the tool writes. */
  readonly lay: (name: string, content: string | Uint8Array) => Promise<string>;
}

/** What a way of attacking reports itself. */
export type Seen = Pick<Aftermath, 'code' | 'out' | 'err' | 'trapped'>;
