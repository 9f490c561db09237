import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stateNames } from '../../engine/evidence/state-names.ts';
import type { StateName } from '../../engine/evidence/state-names.ts';
import { UsageError } from './usage-error.ts';

/** The file of an output folder that names what a run has to undo. */
export const inForceName = 'states-in-force.json';

/** The states of a server that are in force or may be, and where it is written how each is undone. */
export interface StatesInForce {
  /** Absolute path of the target file. */
  readonly targetFile: string;
  /** Which of several targets of the file; missing where it describes one. */
  readonly target?: string;
  /** In the order in which they were entered. */
  readonly states: readonly StateName[];
}

/**
 * Writes the file, which only its owner may read, or removes it where nothing is in force. It is written before a state is entered, at
 * once and whole, so that a run that is killed leaves it behind. Throws the error of the file system.
 */
export function writeStatesInForce(folder: string, { targetFile, target, states }: StatesInForce): void {
  const file = path.join(folder, inForceName);
  if (states.length === 0) {
    rmSync(file, { force: true });
    return;
  }
  const from = path.join(folder, `.${inForceName}.${randomUUID()}.tmp`);
  try {
    const text = `${JSON.stringify({ schemaVersion: 1, targetFile, target, states }, null, 2)}\n`;
    writeFileSync(from, text, { mode: 0o600, flag: 'wx' });
    renameSync(from, file);
  } catch (error) {
    rmSync(from, { force: true });
    throw error;
  }
}

/** Reads the file; undefined where there is none. Throws `UsageError` where it is not one that this tool wrote. */
export function readStatesInForce(folder: string): StatesInForce | undefined {
  const file = path.join(folder, inForceName);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (code === 'ENOENT') return undefined;
    throw new UsageError(`${file} cannot be read (${code})`);
  }
  const found = statesIn(text);
  if (found) return found;
  throw new UsageError(
    `${file} is not a list of states that this tool wrote; undo the states of the server by hand, and delete the file`,
  );
}

function statesIn(text: string): StatesInForce | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { schemaVersion, targetFile, target, states } = value as Readonly<Record<string, unknown>>;
  if (schemaVersion !== 1 || typeof targetFile !== 'string' || !path.isAbsolute(targetFile)) return undefined;
  if (target !== undefined && typeof target !== 'string') return undefined;
  if (!Array.isArray(states) || states.length === 0 || !states.every(isStateName)) return undefined;
  return { targetFile, ...(target === undefined ? {} : { target }), states };
}

function isStateName(value: unknown): value is StateName {
  return stateNames.some((name) => name === value);
}
