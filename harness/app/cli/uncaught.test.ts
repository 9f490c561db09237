import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../package-root.ts';
import { startReferenceServer } from '../../reference-server/mount/start.ts';
import { readHar } from '../../wire/har/har.ts';
import { administeredTarget } from './testing/administered-target.ts';
import { buildCommand } from './testing/built-command.ts';
import { createWorkspace } from './testing/workspace.ts';

const command = await buildCommand();

afterAll(() => command[Symbol.asyncDispose]());

const ways = ['thrown', 'rejected'] as const;
type Way = (typeof ways)[number];

/** The command in a process that meets such an error on SIGUSR2. */
const start = (way: Way, args: readonly string[]) =>
  spawn(process.execPath, ['--import', breaker, command.file, ...args], {
    cwd: packageRoot,
    env: { ...process.env, MDE_UNCAUGHT: way },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
const breaker = pathToFileURL(path.join(packageRoot, 'harness/app/cli/testing/uncaught-process.mjs')).href;
const internal = 'mde-conformance: internal error in this tool, please report it:';
const timeout = 120_000;

describe.skipIf(process.platform === 'win32').each(ways)('an error that is %s where no code catches it', (way) => {
  test('ends a run with 5: its states are undone, and what it recorded is kept', { timeout }, async () => {
    await using workspace = await createWorkspace();
    let inState = (): void => undefined;
    let inForce = (): string[] => [];
    await using server = await startReferenceServer({
      keys: 'pool',
      onReply: () => {
        if (inForce().length > 0) inState();
      },
    });
    await using target = await administeredTarget(server, workspace);
    inForce = () => target.inForce();
    const out = workspace.at('report');
    const checks = ['--check', 'faults/state-maintenance,faults/state-device-cap', '--format', 'json'];
    const child = start(way, ['run', target.file, '--out', out, ...checks]);
    let wasInForce = false;
    inState = () => {
      wasInForce = existsSync(path.join(out, 'states-in-force.json'));
      child.kill('SIGUSR2');
      inState = () => undefined;
    };
    const [err, printed] = await Promise.all([text(child.stderr), text(child.stdout), once(child, 'close')]);
    expect({ code: child.exitCode, printed, wasInForce }, err).toEqual({ code: 5, printed: '', wasInForce: true });
    const told = err.split('\n').filter((line) => line.startsWith('mde-conformance: internal'));
    expect(told).toEqual([
      expect.stringMatching(
        new RegExp(
          `^${internal} UncaughtError: RangeError: ${way} in two lines; .*session\\.har holds the \\d+ exchanges so far, and nothing was judged$`,
        ),
      ),
    ]);
    expect(err).not.toMatch(/\n\s+at /);
    expect(inForce()).toEqual([]);
    const written = [...(await workspace.files()).keys()].filter((name) => name.startsWith('report/')).sort();
    expect(written).toEqual(['report/manifest.json', 'report/session.har']);
    expect(readHar(await workspace.read('report/session.har')).exchanges.length).toBeGreaterThan(0);
  });

  test('ends the reference server with 5, and the file of its password goes', { timeout }, async () => {
    const child = start(way, ['serve', '--json']);
    const err = text(child.stderr);
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    const { passwordFile } = JSON.parse(line) as { passwordFile: string };
    const wasThere = existsSync(passwordFile);
    child.kill('SIGUSR2');
    await once(child, 'close');
    expect({ code: child.exitCode, err: await err }).toEqual({
      code: 5,
      err: `${internal} RangeError: ${way} in two lines\n`,
    });
    expect({ wasThere, isThere: existsSync(path.dirname(passwordFile)) }).toEqual({ wasThere: true, isThere: false });
  });

  test('decides the exit code also where nobody reads what the process says', { timeout }, async () => {
    const child = start(way, ['serve', '--json']);
    await once(createInterface({ input: child.stdout }), 'line');
    child.stdout.destroy();
    child.stderr.destroy();
    child.kill('SIGUSR2');
    await once(child, 'close');
    expect(child.exitCode).toBe(5);
  });
});
