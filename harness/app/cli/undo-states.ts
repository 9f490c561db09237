import { existsSync } from 'node:fs';
import path from 'node:path';
import { createStateChanger } from '../../device/run/state-changer.ts';
import { TargetError } from '../../device/target/target-error.ts';
import { resolveUndoing } from '../../device/target/undoing.ts';
import type { StateName } from '../../engine/evidence/state-names.ts';
import { redact } from '../../wire/redaction/redact.ts';
import { secretsOfStates } from '../../device/target/state-secrets.ts';
import { createLiveTransport } from '../../wire/transport/live-transport.ts';
import type { Io } from './io.ts';
import { inForceName, writeStatesInForce } from './states-in-force.ts';
import type { StatesInForce } from './states-in-force.ts';

/** What an undoing takes from the command line. */
export interface UndoOptions {
  readonly ca?: string;
  readonly tlsReportOnly?: boolean;
  /** For one call. */
  readonly timeoutMs: number;
}

/** A state that could not be undone, and the cause as a clause for people. */
export interface NotUndone {
  readonly state: StateName;
  readonly cause: string;
}

/**
 * Undoes the states of a run that was killed, the last one first, as their target file says it now. The file in `folder` keeps those that
 * could not be undone, which it returns. Throws `TargetError` if the target file cannot be used; nothing is then undone.
 */
export async function undoStates(
  folder: string,
  { states, ...from }: StatesInForce,
  options: UndoOptions,
  io: Pick<Io, 'ask' | 'env'>,
): Promise<readonly NotUndone[]> {
  const { targetFile } = from;
  if (!existsSync(targetFile)) {
    throw new TargetError(
      `the target file ${targetFile}, which says how to undo ${states.join(', ')}, is gone; put it back, or undo ` +
        `the states by hand and delete ${path.join(folder, inForceName)}`,
    );
  }
  const { ca, ways } = resolveUndoing(from, options.ca, io.env);
  const { timeoutMs, tlsReportOnly = false } = options;
  const transport = createLiveTransport({ timeoutMs, tlsReportOnly, ...(ca === undefined ? {} : { ca: [ca] }) });
  const changer = createStateChanger({ transport, ask: io.ask });
  const { text } = redact({ exchanges: [], knownSecrets: secretsOfStates(ways) });
  const failed: NotUndone[] = [];
  for (const [index, state] of [...states.entries()].reverse()) {
    const way = ways[state];
    const cause =
      way === undefined || (way.by !== 'prompt' && !changer.isUndoable(way))
        ? 'the target file no longer says how'
        : await changer.leave(way);
    if (cause !== undefined) failed.push({ state, cause: text(cause) });
    const left = [...states.slice(0, index), ...failed.map((one) => one.state).reverse()];
    writeStatesInForce(folder, { ...from, states: left });
  }
  return failed;
}
