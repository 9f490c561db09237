import { spawnSync } from 'node:child_process';
import { argv, exit, stdout } from 'node:process';

/**
 * Vitest keeps its threads from file to file, so that each file costs less. After some hundred files, a thread has so much in memory that
 * everything takes twice the time, so that several processes, each with a part of the files, are faster than one.
 */
const parts = 5;

/** Runs the tests that need nothing beside the project, then those on the survey. With arguments for Vitest, all in one process. */
function test(args: readonly string[]): number {
  if (args.length > 0) return vitest('--project', 'unit', '--project', 'shared', ...args);
  const ofUnit = Array.from({ length: parts }, (_, index) =>
    vitest('--project', 'unit', `--shard=${index + 1}/${parts}`),
  );
  const statuses = [...ofUnit, vitest('--project', 'shared')];
  const failed = statuses.filter((status) => status !== 0).length;
  stdout.write(
    failed === 0 ? '\nAll tests passed.\n' : `\n${failed} of ${statuses.length} parts of the tests failed.\n`,
  );
  return failed === 0 ? 0 : 1;
}

/** Somebody who ends one part does not want the next one to begin. */
function vitest(...args: readonly string[]): number {
  const { status } = spawnSync('npx', ['vitest', 'run', ...args], { stdio: 'inherit' });
  return status ?? exit(1);
}

exit(test(argv.slice(2)));
