import { existsSync } from 'node:fs';
import type { Io } from '../io.ts';
import { inForceName, readStatesInForce } from '../states-in-force.ts';
import { undoStates } from '../undo-states.ts';
import type { NotUndone, UndoOptions } from '../undo-states.ts';
import { UsageError } from '../usage-error.ts';

/** Repeats the undoing of a run that was killed: exit 0 if nothing is in force any more. Throws `UsageError` otherwise. */
export async function undo(folder: string, options: UndoOptions, io: Io): Promise<number> {
  if (!existsSync(folder)) throw new UsageError(`--undo: there is no folder ${folder}; name the --out of a run`);
  const found = readStatesInForce(folder);
  if (!found) {
    io.out(`Nothing to undo: ${folder} holds no ${inForceName}, so no run that wrote there left a state in force.\n`);
    return 0;
  }
  const failed = await undoStates(folder, found, options, io);
  const done = found.states.filter((name) => failed.every(({ state }) => state !== name));
  if (done.length > 0) io.out(`Undone: ${done.join(', ')}\n`);
  refuseNotUndone(failed, folder);
  return 0;
}

/**
 * Undoes what an earlier run into this folder left in force at the same target, because it would spoil the next run. Throws `UsageError`
 * where that fails, or where it is another target.
 */
export async function undoEarlier(
  folder: string,
  { targetFile, target }: { readonly targetFile?: string | undefined; readonly target?: string | undefined },
  options: UndoOptions,
  io: Io,
): Promise<void> {
  const found = readStatesInForce(folder);
  if (!found) return;
  const names = found.states.join(', ');
  if (found.targetFile !== targetFile || found.target !== target) {
    throw new UsageError(
      `an earlier run left states of the server of ${found.targetFile} in force (${names}); undo them first with: ` +
        `run --undo ${folder}; or name another --out`,
    );
  }
  io.err(`mde-conformance: an earlier run left states of the server in force, which are undone first: ${names}\n`);
  refuseNotUndone(await undoStates(folder, found, options, io), folder);
}

function refuseNotUndone(failed: readonly NotUndone[], folder: string): void {
  if (failed.length === 0) return;
  const list = failed.map(({ state, cause }) => `${state} (${cause})`).join(', ');
  throw new UsageError(
    `these states of the server may still be in force: ${list}; ${folder}/${inForceName} keeps them, so that run --undo can be repeated`,
  );
}
