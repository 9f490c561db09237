import type { StateCommand } from '../target/state-command.ts';
import { runCommand } from './run-command.ts';
import type { CommandLimits } from './run-command.ts';

/** What a command printed, and why it failed, as a clause for people; missing on exit code 0. */
export interface CommandOutput {
  readonly output: string;
  readonly problem?: string;
}

/** Bytes of standard output that are kept. */
const mostBytes = 262_144;

/** Runs a command as `runCommand` does, and keeps the beginning of its standard output, which may be a secret. */
export async function outputOf(command: StateCommand, folder: string, limits: CommandLimits): Promise<CommandOutput> {
  const chunks: Buffer[] = [];
  let kept = 0;
  const problem = await runCommand(command, folder, {
    ...limits,
    onOutput: (chunk) => {
      const part = chunk.subarray(0, mostBytes - kept);
      kept += part.length;
      chunks.push(part);
    },
  });
  const output = Buffer.concat(chunks).toString('utf8');
  return { output, ...(problem === undefined ? {} : { problem }) };
}
