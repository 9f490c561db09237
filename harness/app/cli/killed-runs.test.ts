import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, watch } from 'node:fs';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { packageRoot } from '../../package-root.ts';
import { seededBytes } from '../../protocol/pki/build/seeded-bytes.ts';
import { startReferenceServer } from '../../reference-server/mount/start.ts';
import { checkOutputFolder } from '../../../reports/output-folder.ts';
import { readStatesInForce } from './states-in-force.ts';
import { administeredTarget } from './testing/administered-target.ts';
import { buildCommand } from './testing/built-command.ts';
import { createWorkspace } from './testing/workspace.ts';

/** How many runs are interrupted, and how many are killed: MDE_KILL_POINTS=50,20 tries more. */
const [interruptions = 6, kills = 3] = (process.env['MDE_KILL_POINTS'] ?? '6,3').split(',').map(Number);
const seed = process.env['MDE_KILL_SEED'] ?? 'killed-runs';

const command = await buildCommand();

afterAll(() => command[Symbol.asyncDispose]());

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly err: string;
  /** The things that happened at the server and in the output folder, each with its kind. */
  readonly events: readonly ('server' | 'folder')[];
}

test.skipIf(process.platform === 'win32')(
  `${interruptions} interrupted and ${kills} killed runs leave no state in force that nobody names, and a whole report`,
  { timeout: 120_000 + (interruptions + kills) * 20_000 },
  async () => {
    await using workspace = await createWorkspace();
    let happen: (kind: 'server' | 'folder') => void = () => undefined;
    const answered = (): void => {
      happen('server');
    };
    await using server = await startReferenceServer({ keys: 'pool', onReply: answered });
    await using target = await administeredTarget(server, workspace, answered);
    const out = workspace.at('report');

    const start = async (args: readonly string[], at = Infinity, signal: NodeJS.Signals = 'SIGINT'): Promise<Ended> => {
      const events: ('server' | 'folder')[] = [];
      const child = spawn(process.execPath, [command.file, ...args], {
        cwd: packageRoot,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      happen = (kind) => {
        events.push(kind);
        if (events.length === at) child.kill(signal);
      };
      const watcher = existsSync(out)
        ? watch(out, () => {
            happen('folder');
          })
        : undefined;
      const [err] = await Promise.all([text(child.stderr), once(child, 'close')]);
      watcher?.close();
      happen = () => undefined;
      return { code: child.exitCode, signal: child.signalCode, err, events };
    };
    const checks = ['--check', 'faults/state-maintenance,faults/state-device-cap', '--format', 'json'];
    const run = ['run', target.file, '--out', out, ...checks, '--effects', 'read,enroll'];
    const isEnded = ({ code, err }: Ended): void => {
      expect([0, 1, 3], err).toContain(code);
      expect(target.inForce()).toEqual([]);
      expect(existsSync(`${out}/states-in-force.json`)).toBe(false);
    };

    isEnded(await start(run));
    const whole = await start(run);
    isEnded(whole);
    const files = ['manifest.json', 'results.json', 'session.har'];
    const report = (): string[] => files.map((name) => readFileSync(`${out}/${name}`, 'latin1'));
    const random = seededBytes(seed);
    const below = (limit: number): number => Buffer.from(random(4)).readUInt32BE() % limit;

    for (let point = 0; point < interruptions + kills; point += 1) {
      const signal = point >= interruptions ? 'SIGKILL' : point % 2 === 0 ? 'SIGINT' : 'SIGTERM';
      const at = 1 + below(whole.events.length);
      const before = report();
      const ended = await start(run, at, signal);
      const where = `${signal} at event ${at} of ${whole.events.length} (${ended.events[at - 1] ?? 'never'}), seed ${seed}: exit ${ended.code}, ${ended.err}`;
      // What follows the last answer is the writing of the reports.
      const isEarly = at <= whole.events.lastIndexOf('server');
      if (isEarly && (ended.code === 130 || ended.signal !== null)) expect(report(), where).toEqual(before);
      await checkOutputFolder(out, files.slice(1));
      const named = readStatesInForce(out)?.states ?? [];
      expect(
        target.inForce().filter((state) => !named.some((name) => name === state)),
        where,
      ).toEqual([]);
      if (signal !== 'SIGKILL') expect(named, where).toEqual([]);
      if (named.length > 0 && point % 2 === 0) {
        const undone = await start(['run', '--undo', out]);
        expect({ code: undone.code, inForce: target.inForce() }, where).toEqual({ code: 0, inForce: [] });
      }
    }
    isEnded(await start(run));
  },
);
