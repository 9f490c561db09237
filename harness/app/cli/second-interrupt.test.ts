import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { packageRoot } from '../../package-root.ts';
import { startReferenceServer } from '../../reference-server/mount/start.ts';
import { readStatesInForce } from './states-in-force.ts';
import { writeTargetFile } from './testing/administered-target.ts';
import { buildCommand } from './testing/built-command.ts';
import { createWorkspace } from './testing/workspace.ts';

const command = await buildCommand();

afterAll(() => command[Symbol.asyncDispose]());

test.skipIf(process.platform === 'win32')(
  'a second Ctrl+C ends a run in the midst of an undoing, with what it started, and says what stays in force',
  { timeout: 120_000 },
  async () => {
    await using workspace = await createWorkspace();
    const flag = workspace.at('on');
    let inState = (): void => undefined;
    await using server = await startReferenceServer({
      keys: 'pool',
      onReply: () => {
        if (existsSync(flag)) inState();
      },
    });
    const undoing = createServer().listen(0, '127.0.0.1');
    await once(undoing, 'listening');
    const { port } = undoing.address() as AddressInfo;
    const undo = `[${process.execPath}, -e, "require('net').connect(${port}, '127.0.0.1')"]`;
    const target = await writeTargetFile(server, workspace, [`maintenance: { command: [touch, on], undo: ${undo} }`]);
    const out = workspace.at('report');
    const child = spawn(
      process.execPath,
      [command.file, 'run', target, '--out', out, '--check', 'faults/state-maintenance'],
      { cwd: packageRoot, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    inState = () => {
      child.kill('SIGINT');
      inState = () => undefined;
    };
    const ended = Promise.all([text(child.stderr), once(child, 'close')]);
    const [socket] = (await once(undoing, 'connection')) as [Socket];
    const closed = once(socket.on('error', () => undefined).resume(), 'close');
    child.kill('SIGINT');
    const [err] = await ended;
    await closed;
    undoing.close();
    expect(child.exitCode).toBe(130);
    expect(err).toContain(
      'interrupted; the states maintenance are being undone (Ctrl+C again ends at once and leaves them)',
    );
    expect(err.trimEnd().split('\n').at(-1)).toBe(
      `mde-conformance: may still be in force at the server: maintenance; undo with: run --undo ${out} (states-in-force.json there names them)`,
    );
    expect(readStatesInForce(out)).toEqual({ targetFile: target, states: ['maintenance'] });
  },
);
