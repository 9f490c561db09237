import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { StartedServer } from '../../../reference-server/mount/start.ts';
import type { Workspace } from './workspace.ts';

/** A target file with two states of the server: one that calls bring about, and one that commands do. */
interface AdministeredTarget extends AsyncDisposable {
  /** Absolute path of the target file. */
  readonly file: string;
  /** The states that are in force now. */
  inForce(): string[];
}

type Enrolling = Pick<StartedServer, 'url' | 'user' | 'caPem'>;

/** Writes a target file with the files that it names; `states` are lines of YAML. Returns its absolute path. */
export async function writeTargetFile(
  { url, user, caPem }: Enrolling,
  workspace: Workspace,
  states: readonly string[],
): Promise<string> {
  await workspace.write('ca.pem', caPem);
  await workspace.write('password', user.password);
  const head = [`url: ${url}`, `email: ${user.email}`, 'ca: ca.pem', 'passwordFile: password', 'states:'];
  return await workspace.write('target.yaml', [...head, ...states.map((state) => `  ${state}`)].join('\n'));
}

/**
 * Writes a target file for a reference server whose states are on loopback and in the workspace. `onCall` is called before and after each
 * call changes a state.
 */
export async function administeredTarget(
  server: Enrolling,
  workspace: Workspace,
  onCall: () => void = () => undefined,
): Promise<AdministeredTarget> {
  const caps = new Set<string>();
  const admin = createServer((request, response) => {
    onCall();
    if (request.method === 'PUT') caps.add('device-cap');
    else caps.delete('device-cap');
    response.end();
    onCall();
  }).listen(0, '127.0.0.1');
  await once(admin, 'listening');
  const cap = `http://127.0.0.1:${(admin.address() as AddressInfo).port}/cap`;
  const flag = workspace.at('maintenance');
  const file = await writeTargetFile(server, workspace, [
    `device-cap: { http: { method: PUT, url: '${cap}', undo: { method: DELETE, url: '${cap}' } } }`,
    'maintenance: { command: [touch, maintenance], undo: [rm, -f, maintenance] }',
  ]);
  return {
    file,
    inForce: () => [...caps, ...(existsSync(flag) ? ['maintenance'] : [])],
    [Symbol.asyncDispose]: async () => {
      admin.close();
      admin.closeAllConnections();
      await once(admin, 'close');
    },
  };
}
