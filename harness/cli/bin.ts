#!/usr/bin/env node
import { packageVersion } from '../package-root.ts';
import type { Io } from './io.ts';

const args = process.argv.slice(2);

// Answered before anything else is loaded.
if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
  process.stdout.write(`${packageVersion}\n`);
} else {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosedPipe);
  const { main } = await import('./main.ts');
  process.exitCode = await main(args, processIo());
}

/** A reader that has seen enough (`| head`) is no failure, and changes no verdict. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

async function ask(text: string): Promise<void> {
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  await terminal.question(`${text}\nPress Enter when it is done. `);
  terminal.close();
}

function processIo(): Io {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    env: process.env,
    isTerminal: process.stderr.isTTY,
    colour: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
    width: process.stdout.columns,
    ...(process.stdin.isTTY && process.stderr.isTTY ? { ask } : {}),
    interrupted: () =>
      new Promise((resolve) => {
        process.once('SIGINT', () => {
          resolve();
        });
        process.once('SIGTERM', () => {
          resolve();
        });
      }),
  };
}
