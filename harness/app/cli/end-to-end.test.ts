import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { packageRoot, packageVersion } from '../../package-root.ts';
import { startRawServer } from '../../wire/testing/raw-server.ts';
import { buildCommand } from './testing/built-command.ts';
import { createWorkspace } from './testing/workspace.ts';

type Child = ChildProcessByStdio<null, Readable, Readable>;

const source = path.join(packageRoot, 'harness', 'app', 'cli', 'bin.ts');
const command = await buildCommand();

afterAll(() => command[Symbol.asyncDispose]());

function start(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Child {
  return spawn(process.execPath, [command.file, ...args], {
    cwd: packageRoot,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 170_000,
  });
}

async function finish(
  child: Child,
): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> {
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, out, err };
}

/** A served reference server, from its first line on until the test is over; then it is asked to end. */
async function serve(args: readonly string[]): Promise<AsyncDisposable & { readonly options: readonly string[] }> {
  const child = start(['serve', '--json', ...args]);
  const closed = once(child, 'close');
  const line = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line').then(String),
    closed.then(() => text(child.stderr)),
  ]);
  const { url, email, passwordFile, ca } = JSON.parse(line) as Record<'url' | 'email' | 'passwordFile' | 'ca', string>;
  return {
    options: [url, '--email', email, '--password-file', passwordFile, '--ca', ca],
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGTERM');
      await closed;
      expect(child.exitCode).toBe(0);
      expect(existsSync(passwordFile)).toBe(false);
    },
  };
}

test(
  'the command finds the defect of a server of another process, and writes its reports',
  { timeout: 180_000 },
  async () => {
    await using workspace = await createWorkspace();
    await using server = await serve(['--defect', 'transport/discover-unchunked']);
    const { code, out, err } = await finish(
      start(['run', ...server.options, '--effects', 'read', '--json', '--out', workspace.at('report')]),
    );
    expect({ code, err }).toEqual({ code: 1, err: '' });
    const { judgements } = JSON.parse(out) as { judgements: { check: string; outcome: string }[] };
    expect(judgements.find(({ check }) => check === 'transport/discover-unchunked')?.outcome).toBe('failed');
    const files = [...(await workspace.files()).keys()].map((name) => path.basename(name)).sort();
    expect(files).toEqual(['junit.xml', 'manifest.json', 'report.html', 'results.json', 'session.har']);
  },
);

test('a pipe gets no colours because of CI, only because of FORCE_COLOR', { timeout: 180_000 }, async () => {
  await using workspace = await createWorkspace();
  const empty = { log: { version: '1.2', creator: { name: 'test', version: '1' }, entries: [] } };
  const har = await workspace.write('empty.har', JSON.stringify(empty));
  const audited = async (name: string, variables: NodeJS.ProcessEnv): Promise<string> => {
    const usual = { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined };
    return (await finish(start(['audit', har, '--out', workspace.at(name)], { ...usual, ...variables }))).out;
  };
  expect(await audited('plain', { CI: 'true', TERM: 'xterm' })).not.toContain('\u001B[');
  expect(await audited('forced', { CI: 'true', FORCE_COLOR: '1' })).toContain('\u001B[');
});

test('a reader that stops reading is no failure', { timeout: 180_000 }, async () => {
  const child = start(['list', 'requirements', '--json']);
  await once(child.stdout, 'data');
  child.stdout.destroy();
  const err = await text(child.stderr);
  if (child.exitCode === null) await once(child, 'exit');
  expect({ code: child.exitCode, err }).toEqual({ code: 0, err: '' });
});

test.skipIf(!existsSync('/dev/full'))(
  'an output that cannot be written ends with 2',
  { timeout: 180_000 },
  async () => {
    const args = [process.execPath, command.file, 'list', 'faults'];
    const child = spawn('sh', ['-c', 'exec "$0" "$@" > /dev/full', ...args], {
      cwd: packageRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const { code, err } = await finish(child);
    expect({ code, err }).toEqual({
      code: 2,
      err: 'mde-conformance: standard output cannot be written (ENOSPC)\n',
    });
  },
);

test('an interrupted run waits for no server', { timeout: 120_000 }, async () => {
  await using workspace = await createWorkspace();
  await using silent = await startRawServer('', { end: 'never' });
  const password = await workspace.write('password', 'correct horse');
  const child = start([
    ...['run', silent.url, '--email', 'user@contoso.example', '--password-file', password],
    ...['--timeout', '600', '--out', workspace.at('report')],
  ]);
  const finished = finish(child);
  await once(child.stderr, 'data');
  await expect.poll(() => silent.received(), { timeout: 60_000 }).toContain('GET /');
  child.kill('SIGINT');
  const { code, err } = await finished;
  expect({ code, out: (await workspace.files()).size }).toEqual({ code: 130, out: 1 });
  expect(err).toContain('mde-conformance: the run was interrupted');
});

test('a command line that cannot be used ends with 2 and no stack trace', { timeout: 180_000 }, async () => {
  const { code, out, err } = await finish(start(['run', 'nonsense']));
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/^mde-conformance: "nonsense" is not a target; [^\n]*\n$/);
});

test('--version answers at once: nothing else of ours is loaded before it', { timeout: 180_000 }, async () => {
  const { code, out, err } = await finish(start(['--version']));
  expect({ code, out, err }).toEqual({ code: 0, out: `${packageVersion}\n`, err: '' });
  const imports = readFileSync(source, 'utf8').match(/^import (?!type).* from '.*';$/gm);
  expect(imports).toEqual(["import { packageVersion } from '../../package-root.ts';"]);
});
