#!/usr/bin/env node
import { packageVersion } from '../package-root.ts';
import type { Io } from './io.ts';

const args = process.argv.slice(2);

// Answered before anything else is loaded.
if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
  process.stdout.write(`${packageVersion}\n`);
} else {
  const { main } = await import('./main.ts');
  process.exitCode = await main(args, processIo());
}

function processIo(): Io {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    env: process.env,
    isTerminal: process.stderr.isTTY,
    colour: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
    width: process.stdout.columns,
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
