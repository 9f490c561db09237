#!/usr/bin/env node
import { packageVersion } from '../../package-root.ts';
import type { Io } from './io.ts';

const args = process.argv.slice(2);
const unusable = 2;
const unsound = 5;
const interrupted = 130;

// Answers before it loads anything else.
if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
  process.stdout.write(`${packageVersion}\n`);
} else {
  // Stands where the process ends before the command has answered.
  process.exitCode = unsound;
  void start();
}

async function start(): Promise<void> {
  const output = { isLost: false };
  process.stdout.on('error', ({ code = 'unknown error' }: NodeJS.ErrnoException) => {
    // A reader such as `| head` closes the pipe early; that is no failure, and changes no verdict.
    if (code === 'EPIPE') return;
    output.isLost = true;
    process.exitCode = unusable;
    process.stderr.write(`mde-conformance: standard output cannot be written (${code})\n`);
  });
  // Nobody reads standard error any more.
  process.stderr.on('error', () => undefined);
  const [{ main }, { takesColour }] = await Promise.all([import('./main.ts'), import('./colour.ts')]);
  const code = await main(args, processIo(takesColour(process.stdout.isTTY, process.env)));
  process.exitCode = output.isLost ? unusable : code;
  // Pending requests would keep the process alive until they time out.
  if (code === interrupted) process.stderr.write('', () => process.exit(interrupted));
}

async function ask(text: string): Promise<void> {
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  await terminal.question(`${text}\nPress Enter when it is done. `);
  terminal.close();
}

function processIo(colour: boolean): Io {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    env: process.env,
    isTerminal: process.stderr.isTTY,
    colour,
    width: process.stdout.columns,
    ...(process.stdin.isTTY && process.stderr.isTTY ? { ask } : {}),
    interrupted: () =>
      new Promise((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
          process.once(signal, () => {
            resolve();
          });
        }
      }),
  };
}
