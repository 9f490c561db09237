import path from 'node:path';
import type { Environment } from './password.ts';
import { readPemFile } from './pem-file.ts';
import type { ServerStates } from './server-state.ts';
import { readTargetFile } from './target-file.ts';
import { resolveStates } from './target-states.ts';

/** What it takes to undo the states of a target file. */
export interface Undoing {
  readonly ways: ServerStates;
  /** PEM bundle of the only roots that TLS trusts. Default: the trust of Node. */
  readonly ca?: string;
}

/** Reads a target file, or the `target` of several in it, to undo its states: this needs no password. `ca` overrides the file. Throws `TargetError`. */
export function resolveUndoing(
  { targetFile, target }: { readonly targetFile: string; readonly target?: string },
  ca: string | undefined,
  env: Environment,
): Undoing {
  const file = readTargetFile(targetFile, target);
  const { folder } = file;
  const ways = resolveStates(file.states ?? {}, { folder, env, needsPasswords: false });
  if (ca !== undefined) return { ways, ca: readPemFile(ca, '--ca').join('') };
  if (file.ca === undefined) return { ways };
  return { ways, ca: readPemFile(path.resolve(folder, file.ca), '"ca"').join('') };
}
