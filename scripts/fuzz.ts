import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { fuzzProperties } from '../harness/testing/fuzz/index.ts';

const options = {
  minutes: { type: 'string', default: '1' },
  seed: { type: 'string' },
  path: { type: 'string' },
  only: { type: 'string' },
} as const;

/** The runs of one property before the next one has its turn. */
const runsAtOnce = 50;

/**
 * Tries random inputs for some minutes, each property in turn. `--seed` with `--only` and `--path` repeats one failure. Exit 1: an
 * input was found; it stands on standard output, with the command that repeats it.
 */
async function fuzz(args: string[]): Promise<number> {
  const { minutes, seed: given, path, only } = parseArgs({ args, options }).values;
  const chosen = fuzzProperties.filter(({ name }) => only === undefined || name === only);
  if (chosen.length === 0 || !(Number(minutes) > 0) || (given !== undefined && !Number.isSafeInteger(Number(given)))) {
    process.stderr.write(
      `usage: npm run fuzz -- [--minutes N] [--seed N] [--only ${fuzzProperties.map(({ name }) => name).join('|')}] [--path P]\n`,
    );
    return 2;
  }
  const end = Date.now() + Number(minutes) * 60_000;
  let seed = given === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(given);
  process.stdout.write(`seed ${seed}\n`);
  for (let round = 1; round === 1 || (Date.now() < end && path === undefined); round += 1, seed += 1) {
    for (const { name, property } of chosen) {
      const details = await fc.check(await property(), { seed, numRuns: runsAtOnce, ...(path ? { path } : {}) });
      if (!details.failed) continue;
      process.stdout.write(
        `${fc.defaultReportMessage(details)}\n\nRepeat it with:\n  npm run fuzz -- --only ${name} --seed ${seed} --path ${details.counterexamplePath}\n`,
      );
      return 1;
    }
    process.stdout.write(`round ${round}, seed ${seed}: ${chosen.length} properties hold\n`);
  }
  return 0;
}

process.exitCode = await fuzz(process.argv.slice(2));
