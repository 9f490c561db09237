import type { RunWatch } from '../../device/run/run-watch.ts';
import type { Recording } from '../../device/run/recording.ts';
import type { StateName } from '../../engine/evidence/state-names.ts';
import { isOwnDefect } from './failures.ts';
import type { Io } from './io.ts';
import { keepRecording } from './keep-recording.ts';
import { spareMemory } from './spare-memory.ts';
import { Standstill, UncaughtError } from './uncaught.ts';
import { inForceName, writeStatesInForce } from './states-in-force.ts';

/** What a guard needs to know of its run. */
export interface GuardedRun {
  /** The output folder. */
  readonly folder: string;
  /** Absolute path of the target file; without one, no state can be in force. */
  readonly targetFile?: string | undefined;
  /** Which of several targets of the file. */
  readonly target?: string | undefined;
  /** Gets messages that a person should see at once. */
  readonly onNotice: (notice: string) => void;
}

/** Stands by a run, so that whatever ends it leaves the server and the output folder in order. */
export interface RunGuard {
  /** Ends the run: the user asked for it, or an error was caught nowhere. */
  readonly signal: AbortSignal;
  readonly watch: RunWatch;
  /**
   * Does the work of the run. Where an internal error ends it, what was recorded so far is written, and the promise rejects with an error
   * that says so.
   */
  readonly during: <T>(work: () => Promise<T>) => Promise<T>;
}

/** How long the undoing may take after an error that was caught nowhere, in milliseconds: as long as a command may. */
const longestUndoing = 125_000;

/** Watches for Ctrl+C and for errors that are caught nowhere, from now on. */
export function guardRun({ folder, targetFile, target, onNotice }: GuardedRun, io: Io): RunGuard {
  const controller = new AbortController();
  let inForce: readonly StateName[] = [];
  let recording: (() => Recording) | undefined;
  let hasGathered = false;
  const names = (): string => inForce.join(', ');
  const remaining = (): string =>
    `may still be in force at the server: ${names()}; undo with: run --undo ${folder} (${inForceName} there names them)`;

  void io
    .interrupted(() => (inForce.length === 0 ? undefined : remaining()))
    .then(() => {
      controller.abort();
      if (hasGathered) return;
      if (inForce.length === 0) io.letSignalsEnd?.();
      else onNotice(`interrupted; the states ${names()} are being undone (Ctrl+C again ends at once and leaves them)`);
    });

  const watch: RunWatch = {
    begun: (soFar) => {
      recording = soFar;
    },
    inForce: (states) => {
      const named = target === undefined ? {} : { target };
      if (targetFile !== undefined) writeStatesInForce(folder, { targetFile, ...named, states });
      inForce = states;
    },
    gathered: () => {
      hasGathered = true;
      if (inForce.length > 0) onNotice(remaining());
      io.letSignalsEnd?.();
      if (recording) spareMemory(answeredBytes(recording()));
    },
  };

  const during = async <T>(work: () => Promise<T>): Promise<T> => {
    let crash: UncaughtError | undefined;
    const isOverdue = new Promise<void>((resolve) => {
      io.onUncaught?.((error) => {
        if (crash && error instanceof Standstill) resolve();
        if (crash) return;
        crash = new UncaughtError(error);
        controller.abort();
        setTimeout(resolve, longestUndoing).unref();
      });
    });
    try {
      const working = work();
      // A crash outweighs whatever the work makes of the interruption.
      await Promise.race([working.catch(() => undefined), isOverdue]);
      if (crash) throw crash;
      return await working;
    } catch (error) {
      if (!isOwnDefect(error) || !recording) throw error;
      if (!hasGathered && inForce.length > 0) onNotice(remaining());
      // Redaction and writing may be long synchronous work.
      io.letSignalsEnd?.();
      throw await keepRecording(folder, recording, error);
    } finally {
      io.onUncaught?.(undefined);
    }
  };
  return { signal: controller.signal, watch, during };
}

function answeredBytes({ exchanges }: Recording): number {
  return exchanges.reduce((sum, { answer }) => sum + (answer.response?.body.length ?? 0), 0);
}
