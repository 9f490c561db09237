import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { packageRoot } from '../../package-root.ts';
import { checkOutputFolder } from '../../../reports/output-folder.ts';
import { buildCommand } from './testing/built-command.ts';
import { createWorkspace } from './testing/workspace.ts';

const command = await buildCommand();

afterAll(() => command[Symbol.asyncDispose]());

/** Milliseconds: on an idle machine it takes some ten. */
const longestEnd = 2_000;

/** A recording whose judging takes seconds. */
function recordingOf(exchanges: number): string {
  const body = '<p>No enrollment service is here.</p>\n'.repeat(500);
  const entries = Array.from({ length: exchanges }, (_, index) => ({
    startedDateTime: '2026-01-15T09:30:00.000Z',
    time: 5,
    request: { method: 'GET', url: `https://a.example/${index}`, headers: [] },
    response: { status: 200, headers: [{ name: 'Content-Type', value: 'text/html' }], content: { text: body } },
  }));
  return JSON.stringify({ log: { version: '1.2', creator: { name: 'test', version: '1' }, entries } });
}

test.skipIf(process.platform === 'win32')(
  'Ctrl+C ends an audit that judges a large recording at once, and the old report stays whole',
  { timeout: 120_000 },
  async () => {
    await using workspace = await createWorkspace();
    const out = workspace.at('out');
    const start = (file: string) =>
      spawn(process.execPath, [command.file, 'audit', file, '--out', out, '--format', 'json'], {
        cwd: packageRoot,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    const small = start(await workspace.write('small.har', recordingOf(1)));
    await once(small, 'close');
    expect(small.exitCode).toBe(3);
    const large = await workspace.write('large.har', recordingOf(400));
    const before = await workspace.digests();

    const child = start(large);
    let interruptedAt: number | undefined;
    // The recording has been read when the folder is tried; it is judged next.
    const watcher = watch(out, () => {
      interruptedAt ??= performance.now();
      child.kill('SIGINT');
    });
    const [printed] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    watcher.close();
    expect(performance.now() - (interruptedAt ?? 0)).toBeLessThan(longestEnd);
    expect({ signal: child.signalCode, printed }).toEqual({ signal: 'SIGINT', printed: '' });
    const isProbe = (name: string): boolean => /^out\/\.probe\..*\.tmp$/.test(name);
    expect(new Map([...(await workspace.digests())].filter(([name]) => !isProbe(name)))).toEqual(before);
    await checkOutputFolder(out);
  },
);
