import { spawn } from 'node:child_process';
import type { ChildProcess, StdioOptions } from 'node:child_process';
import type { StateCommand } from '../target/state-command.ts';

/** What ends a command early. */
export interface CommandLimits {
  /** Milliseconds that it may take. */
  readonly longestMs: number;
  /** Ends it as soon as it fires. */
  readonly signal?: AbortSignal | undefined;
  /** Gets the standard output as it comes. Default: nobody reads it. */
  readonly onOutput?: (chunk: Buffer) => void;
}

/** How long a command that is asked to end may still take, in milliseconds. */
const graceMs = 2_000;

/** Windows has no process groups; there, `taskkill` ends the tree. */
const hasGroups = process.platform !== 'win32';

/**
 * Runs a command in `folder`, in a process group of its own, so that Ctrl+C at the terminal does not reach it. What ends it early ends the
 * whole group, and so does the end of this process. Returns undefined on exit code 0, and otherwise the cause as a clause for people. It
 * drops the output of the command, because it may hold a secret, unless somebody reads it.
 */
export function runCommand(command: StateCommand, folder: string, limits: CommandLimits): Promise<string | undefined> {
  const [program, ...rest] = command;
  const told = (what: string): string => `"${program}" ${what}`;
  return new Promise((resolve) => {
    if (limits.signal?.aborted === true) {
      resolve(told('was interrupted'));
      return;
    }
    let cause: string | undefined;
    let force: NodeJS.Timeout | undefined;
    let child: ChildProcess;
    try {
      const stdio: StdioOptions = ['ignore', limits.onOutput ? 'pipe' : 'ignore', 'ignore'];
      child = spawn(program, rest, { cwd: folder, stdio, detached: hasGroups, windowsHide: true });
    } catch (error) {
      resolve(told(`cannot be run (${codeOf(error)})`));
      return;
    }
    const kill = (): void => {
      killGroup(child, 'SIGKILL');
    };
    const end = (why: string): void => {
      cause ??= why;
      killGroup(child, 'SIGTERM');
      force ??= setTimeout(kill, graceMs);
    };
    const interrupt = (): void => {
      end('was interrupted');
    };
    const timer = setTimeout(() => {
      end(`took longer than ${limits.longestMs / 1000} s`);
    }, limits.longestMs);
    limits.signal?.addEventListener('abort', interrupt, { once: true });
    process.once('exit', kill);
    const settle = (problem: string | undefined): void => {
      clearTimeout(timer);
      clearTimeout(force);
      limits.signal?.removeEventListener('abort', interrupt);
      process.removeListener('exit', kill);
      resolve(problem === undefined ? undefined : told(problem));
    };
    child.once('error', (error) => {
      settle(`cannot be run (${codeOf(error)})`);
    });
    child.stdout?.on('data', limits.onOutput ?? (() => undefined));
    // The output may come after the exit.
    child.once(limits.onOutput ? 'close' : 'exit', (code: number | null, signal: NodeJS.Signals | null) => {
      // What the program started may have outlived it.
      if (cause !== undefined) kill();
      settle(cause ?? (code === 0 ? undefined : endOf(code, signal)));
    });
  });
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  const { pid } = child;
  if (pid === undefined) return;
  if (!hasGroups) {
    spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true });
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // Nothing of the group is left.
  }
}

function endOf(code: number | null, signal: NodeJS.Signals | null): string {
  return code === null ? `was ended by ${String(signal)}` : `ended with exit code ${code}`;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
