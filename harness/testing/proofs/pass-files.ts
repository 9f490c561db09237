import { availableParallelism } from 'node:os';
import { sideBySide } from '../../device/run/side-by-side.ts';
import { generatedPaths } from './generated-paths.ts';
import type { ListedServer } from './listed-server.ts';
import { createPassProofs } from './pass-matrix.ts';
import type { PassWorkshop } from './pass-matrix.ts';
import type { PassProof } from './pass-proof.ts';
import { readPassRows, writePassRows } from './pass-row.ts';
import type { Progress } from './progress.ts';
import type { ListedCheck } from './prover.ts';
import type { Sample } from './sample.ts';

/** The pass matrix, and what was judged for it. */
export interface GeneratedPasses {
  /** Each file by its path below the package root. */
  readonly files: ReadonlyMap<string, string>;
  readonly proofs: readonly PassProof[];
}

/** So many proofs are under way for each core: the next one waits for a thread. */
const lanes = 2 * availableParallelism();

/** Judges every lawful server, or a sample of them: by all checks that changed, or by `only`. `progress` counts the servers. */
export async function generatePasses(
  workshop: PassWorkshop,
  servers: readonly ListedServer[],
  progressFor: (total: number) => Progress,
  only?: ListedCheck,
  sample?: Sample,
): Promise<GeneratedPasses> {
  const prove = createPassProofs(workshop, only);
  const committed = readPassRows(sample?.read(generatedPaths.passMatrix) ?? '[]');
  const known = new Map(committed.map((row) => [row.server, row]));
  const progress = progressFor(servers.length);
  const proofs: PassProof[] = [];
  // Those that take long begin first.
  const queue = [...servers.entries()].sort(([, a], [, b]) => b.scenarios.length - a.scenarios.length);
  await sideBySide(queue, lanes, async ([place, server]) => {
    const row = sample?.isLeftOut(place) === true ? known.get(`${server.group}: ${server.name}`) : undefined;
    const { isKept, ...proof } = row ? { row, problems: [], isKept: true } : await prove(server);
    proofs[place] = proof;
    progress.step(isKept);
  });
  progress.end();
  return { files: new Map([[generatedPaths.passMatrix, writePassRows(proofs.map(({ row }) => row))]]), proofs };
}
