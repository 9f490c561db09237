#!/usr/bin/env node
import { packageVersion } from '../../package-root.ts';
import type { Io } from './io.ts';

const args = process.argv.slice(2);
const unusable = 2;
const unsound = 5;
const interrupted = 130;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const mostStandstills = 3;
let standstills = 0;
let hear: ((error: unknown) => void) | undefined;

// Answers before it loads anything else.
if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
  process.stdout.write(`${packageVersion}\n`);
} else {
  // Stands where the process ends before the command has answered.
  process.exitCode = unsound;
  process.on('uncaughtException', notCaught);
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
  const [{ main }, { takesColour }, { makerOf }] = await Promise.all([
    import('./main.ts'),
    import('./colour.ts'),
    import('./maker.ts'),
  ]);
  const io = processIo(takesColour(process.stdout.isTTY, process.env));
  process.on('beforeExit', standStill);
  const code = await main(args, { ...io, maker: () => makerOf(args) });
  process.removeListener('beforeExit', standStill);
  process.exitCode = output.isLost ? unusable : code;
  // Pending requests would keep the process alive until they time out.
  if (code === interrupted || code === unsound) process.stderr.write('', () => process.exit(code));
}

/** An unhandled rejection comes here too. */
function notCaught(error: unknown): void {
  if (hear) {
    hear(error);
    return;
  }
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  // In place of `oneLine`, because nothing else of ours is loaded here, and loading it now may fail as well.
  const line = what.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ');
  process.stderr.write(`mde-conformance: internal error in this tool, please report it: ${line}\n`);
  process.exit(unsound);
}

/** Nothing goes on any more, but the command has not ended: whoever hears it gets one more turn to clean up. */
function standStill(): void {
  standstills += 1;
  if (standstills > mostStandstills) process.exit(unsound);
  void import('./uncaught.ts').then(({ Standstill }) => {
    notCaught(new Standstill());
    setImmediate(() => undefined);
  });
}

async function ask(text: string, signal?: AbortSignal): Promise<void> {
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // The terminal is in raw mode, in which Ctrl+C is a key.
  terminal.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  const left = new Promise<never>((_, reject) => {
    terminal.once('close', () => {
      reject(new Error('the input was closed'));
    });
  });
  try {
    const question = `${text}\nPress Enter when it is done. `;
    await Promise.race([signal ? terminal.question(question, { signal }) : terminal.question(question), left]);
  } finally {
    left.catch(() => undefined);
    terminal.close();
  }
}

function processIo(colour: boolean): Io {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    env: process.env,
    isTerminal: process.stderr.isTTY,
    colour,
    width: process.stdout.columns,
    ...(process.stdin.isTTY && process.stderr.isTTY
      ? { ask, terminal: { input: process.stdin, output: process.stderr } }
      : {}),
    clearLine: () => void process.stderr.write('\r\u001B[2K'),
    interrupted: (lastWord) =>
      new Promise((resolve) => {
        let isAsked = false;
        for (const signal of signals) {
          process.on(signal, () => {
            if (!isAsked) {
              isAsked = true;
              resolve();
              return;
            }
            const word = lastWord?.();
            if (word !== undefined) process.stderr.write(`mde-conformance: ${word}\n`);
            process.exit(interrupted);
          });
        }
      }),
    letSignalsEnd: () => {
      for (const signal of signals) process.removeAllListeners(signal);
    },
    onUncaught: (listener) => {
      hear = listener;
    },
  };
}
