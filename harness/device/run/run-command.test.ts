import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { expect, test } from 'vitest';
import { runCommand } from './run-command.ts';

const folder = import.meta.dirname;

/** A command whose child connects to a port and holds the connection, which ends when the child does. */
async function startParent(limits: (connected: Promise<unknown>) => Parameters<typeof runCommand>[2]) {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const connection = once(server, 'connection') as Promise<[Socket]>;
  const child = `process.on('SIGTERM', () => {}); require('net').connect(${port}, '127.0.0.1')`;
  const parent = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { stdio: 'ignore' })`;
  const problem = runCommand([process.execPath, '-e', parent], folder, limits(connection));
  const [socket] = await connection;
  const closed = once(socket.on('error', () => undefined).resume(), 'close');
  return { problem: await problem, closed, server };
}

test.skipIf(process.platform === 'win32')(
  'what a command started ends with it when the run is interrupted',
  async () => {
    const interruption = new AbortController();
    const { problem, closed, server } = await startParent((connected) => {
      void connected.then(() => {
        interruption.abort();
      });
      return { longestMs: 60_000, signal: interruption.signal };
    });
    expect(problem).toBe(`"${process.execPath}" was interrupted`);
    await closed;
    server.close();
  },
);

test('a command that takes too long is ended', async () => {
  const wait = [process.execPath, '-e', 'setInterval(() => {}, 1000)'] as const;
  expect(await runCommand(wait, folder, { longestMs: 100 })).toBe(`"${process.execPath}" took longer than 0.1 s`);
});

test.skipIf(process.platform === 'win32')('a command has a process group of its own', async () => {
  const own = execFileSync('ps', ['-o', 'pgid=', '-p', String(process.pid)], { encoding: 'utf8' }).trim();
  const script = 'test "$(ps -o pgid= -p $$ | tr -d " ")" = "$$" && test "$$" != "$0"';
  expect(await runCommand(['sh', '-c', script, own], folder, { longestMs: 60_000 })).toBeUndefined();
});

test('nothing is started once the run was interrupted', async () => {
  const signal = AbortSignal.abort();
  expect(await runCommand(['./missing'], folder, { longestMs: 100, signal })).toBe('"./missing" was interrupted');
});
