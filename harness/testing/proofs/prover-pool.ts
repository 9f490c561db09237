import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';
import type { Prover } from './kill-matrix.ts';
import type { PassWorkshop } from './pass-matrix.ts';
import type * as Prove from './prover.ts';

/** Provers in threads of their own. */
export interface ProverPool extends Prover {
  readonly judgeLawful: PassWorkshop['prover']['judgeLawful'];
  listChecks(): Promise<readonly Prove.ListedCheck[]>;
  listLawfulServers(): Promise<ReturnType<typeof Prove.listLawfulServers>>;
  suiteSources(): Promise<ReadonlyMap<string, string>>;
  close(): Promise<void>;
}

/** Each session leaves much behind that is used once: with room for it, less time goes into clearing up. */
const resourceLimits = { maxYoungGenerationSizeMb: 128 };

/** A thread for each core, made when there is something to do. `url` is the bundled prover; sessions are kept in `folder`. */
export function openProverPool(url: string, folder: string): ProverPool {
  const pool = new Tinypool({
    filename: url,
    minThreads: 0,
    maxThreads: availableParallelism(),
    // The bundle needs no loader.
    execArgv: [],
    resourceLimits,
  });
  const run = <K extends keyof typeof Prove>(
    name: K,
    argument?: unknown,
  ): Promise<Awaited<ReturnType<(typeof Prove)[K]>>> =>
    pool.run(argument, { name }) as Promise<Awaited<ReturnType<(typeof Prove)[K]>>>;
  return {
    listChecks: () => run('listChecks'),
    listLawfulServers: () => run('listLawfulServers'),
    judgeLawful: (trial) => run('judgeLawful', { ...trial, folder }),
    suiteSources: () => run('suiteSources'),
    readGoldenFacts: (checks) => run('readGoldenFacts', checks),
    judgeTrial: (trial) => run('judgeTrial', { ...trial, folder }),
    close: () => pool.destroy(),
  };
}
