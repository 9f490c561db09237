import path from 'node:path';
import { packageRoot } from '../../package-root.ts';
import type { Workshop } from './kill-matrix.ts';
import { openProofCache } from './proof-cache.ts';
import { bundleProver } from './prover-bundle.ts';
import { openProverPool } from './prover-pool.ts';
import type { ProverPool } from './prover-pool.ts';

/** A workshop of threads over the sources as they are; they end with it. */
export interface OpenWorkshop extends Workshop, AsyncDisposable {
  readonly prover: ProverPool;
}

/** Below node_modules, where nobody commits it and a fresh install starts afresh. */
const usualFolder = path.join(packageRoot, 'node_modules', '.cache', 'mde-conformance');

/** Bundles the prover and starts it. What was driven and judged before is kept in `folder`. */
export async function openWorkshop(folder = usualFolder): Promise<OpenWorkshop> {
  const bundle = await bundleProver(folder);
  const prover = openProverPool(bundle.url, folder);
  return {
    prover,
    cache: openProofCache(folder),
    digestOf: bundle.digestOf,
    checks: await prover.listChecks(),
    [Symbol.asyncDispose]: () => prover.close(),
  };
}
