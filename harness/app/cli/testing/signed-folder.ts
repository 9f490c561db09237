import { expect } from 'vitest';
import { recordReference } from '../../../testing/reference-run.ts';
import { call } from './io.ts';
import type { Called } from './io.ts';
import { fewScenarios } from './few-scenarios.ts';
import { writeKeys } from './key-files.ts';
import { createWorkspace } from './workspace.ts';
import type { Workspace } from './workspace.ts';

/** A short recording in which something passes, something fails, and much is left open. */
export const shortSession = await recordReference({
  scenarios: fewScenarios,
  departures: [{ on: 'discover', xml: { op: 'set', at: '//d:AuthPolicy', to: 'Password' } }],
});

/** A workspace with the signed reports of an audit in its folder `run`, and the keys as `key.pem` and `key.pub.pem`. */
export async function signedFolder(
  kind: 'ed25519' | 'P-256' = 'ed25519',
  ...options: readonly string[]
): Promise<Workspace> {
  const workspace = await createWorkspace();
  const { privateFile } = await writeKeys(workspace, kind);
  const har = await workspace.write('golden.har', shortSession);
  const args = ['--sign', privateFile, '--out', workspace.at('run')];
  expect((await call(['audit', har, ...args, ...options])).code).toBe(1);
  return workspace;
}

/** What `verify` says of that folder, with the public key. */
export async function verified(workspace: Workspace, ...options: readonly string[]): Promise<Called> {
  return await call(['verify', workspace.at('run'), '--key', workspace.at('key.pub.pem'), ...options]);
}

/** Replaces a text in a file, which must have it. */
export async function edit(workspace: Workspace, name: string, from: string | RegExp, to: string): Promise<void> {
  const before = await workspace.read(name);
  const after = before.replace(from, to);
  expect(after === before).toBe(false);
  await workspace.write(name, after);
}
