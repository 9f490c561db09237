import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { parse } from 'yaml';
import { packageRoot } from '../../package-root.ts';
import { interpolate, isToRun, type Contexts } from './expression.ts';

export interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string | number | boolean>>;
  readonly 'working-directory'?: string;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

/** A job of GitHub in a folder of this machine: the `run` blocks of its steps, and of our action, under bash as a runner starts them. */
export interface Job extends AsyncDisposable {
  readonly hasFailed: boolean;
  /** What the steps printed. */
  readonly log: string;
  readonly summary: string;
  /** Lines that a runner takes for annotations: not those printed while commands are stopped. */
  readonly annotations: readonly string[];
  /** By the id of the step. */
  readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The steps that ran, by their names. */
  readonly ran: readonly string[];
  /** Steps with actions of others, which do not run here, with what they would get. */
  readonly used: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface JobOptions {
  readonly steps: readonly Step[];
  /** The checkout. */
  readonly workspace: string;
  readonly github?: Readonly<Record<string, string>>;
  /** Of this process, besides `PATH`. */
  readonly env?: Readonly<Record<string, string>>;
  /** Names of steps that do not run here. */
  readonly without?: readonly string[];
}

/** The action of this project, whatever account holds it. */
const ours = /^[^/]+\/mde-conformance@/u;

/** Runs a job to its end. What it left running ends when it is disposed. */
export async function runJob({ steps, workspace, github = {}, env = {}, without = [] }: JobOptions): Promise<Job> {
  const temporary = await mkdtemp(path.join(os.tmpdir(), 'mde-job-'));
  const groups: number[] = [];
  const state = { hasFailed: false, log: '', ran: [] as string[], used: {} as Record<string, Record<string, string>> };
  const jobEnv: Record<string, string> = { PATH: process.env['PATH'] ?? '', HOME: temporary, ...env };
  const files = { GITHUB_OUTPUT: 'output', GITHUB_ENV: 'env', GITHUB_STEP_SUMMARY: 'summary', GITHUB_PATH: 'path' };
  const fileOf = (name: keyof typeof files): string => path.join(temporary, files[name]);
  await writeFile(fileOf('GITHUB_STEP_SUMMARY'), '');
  const action = parse(await readFile(path.join(packageRoot, 'action.yml'), 'utf8')) as Action;

  const outputs = await runSteps(steps, { github, runner: { os: 'Linux' }, env: jobEnv }, {});
  return {
    ...state,
    outputs,
    annotations: annotationsIn(state.log),
    summary: await readFile(fileOf('GITHUB_STEP_SUMMARY'), 'utf8'),
    [Symbol.asyncDispose]: async () => {
      for (const group of groups) end(group);
      await rm(temporary, { recursive: true, force: true });
    },
  };

  async function runSteps(
    some: readonly Step[],
    given: Contexts,
    callerEnv: Readonly<Record<string, string>>,
  ): Promise<Record<string, Record<string, string>>> {
    const done: Record<string, Record<string, string>> = {};
    for (const step of some) {
      const contexts = { ...given, steps: mapped(done, (values) => ({ outputs: values })) };
      const filled = (value: string): string => interpolate(value, contexts, state);
      const name = step.name ?? step.uses ?? step.run ?? '';
      if (without.includes(name) || !isToRun(step.if, contexts, state)) continue;
      state.ran.push(name);
      const stepEnv = { ...callerEnv, ...mapped(step.env ?? {}, filled) };
      const inputs = mapped(step.with ?? {}, (value) => filled(String(value)));
      if (step.run !== undefined) {
        done[step.id ?? ''] = await runBlock(filled(step.run), stepEnv, filled(step['working-directory'] ?? '.'));
      } else if (ours.test(step.uses ?? '')) {
        const all = { ...mapped(action.inputs, (input) => input.default ?? ''), ...inputs };
        const inner = await runSteps(action.runs.steps, { ...given, inputs: all }, stepEnv);
        const innerContexts = { inputs: all, steps: mapped(inner, (values) => ({ outputs: values })) };
        done[step.id ?? ''] = mapped(action.outputs, ({ value }) => interpolate(value, innerContexts, state));
      } else state.used[name] = inputs;
    }
    return done;
  }

  async function runBlock(
    script: string,
    stepEnv: Readonly<Record<string, string>>,
    folder: string,
  ): Promise<Record<string, string>> {
    const file = path.join(temporary, 'script.sh');
    for (const name of ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH'] as const) await writeFile(fileOf(name), '');
    await writeFile(file, script);
    const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', file], {
      cwd: path.resolve(workspace, folder),
      // A group of its own, so that what it leaves running can be ended.
      detached: true,
      env: { ...jobEnv, ...stepEnv, ...mapped(files, (_, name) => fileOf(name)), RUNNER_TEMP: temporary, CI: 'true' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (child.pid !== undefined) groups.push(child.pid);
    const ended = new Promise<number | null>((resolve, reject) => child.on('close', resolve).on('error', reject));
    const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    state.log += `${out}${err}`;
    if (code !== 0) state.hasFailed = true;
    Object.assign(jobEnv, await valuesIn(fileOf('GITHUB_ENV')));
    return valuesIn(fileOf('GITHUB_OUTPUT'));
  }
}

function mapped<Value, Result, Key extends string>(
  values: Readonly<Record<Key, Value>>,
  make: (value: Value, key: Key) => Result,
): Record<Key, Result> {
  const entries = (Object.entries(values) as [Key, Value][]).map(([key, value]) => [key, make(value, key)]);
  return Object.fromEntries(entries) as Record<Key, Result>;
}

/** `name=value` in each line, the form that our steps write. */
async function valuesIn(file: string): Promise<Record<string, string>> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  return Object.fromEntries(
    lines.map((line) => {
      const [, name, value] = /^([\w-]+)=(.*)$/u.exec(line) ?? [];
      if (name === undefined || value === undefined) throw new TypeError(`No runner reads the line "${line}".`);
      return [name, value];
    }),
  );
}

function annotationsIn(log: string): readonly string[] {
  let word: string | undefined;
  return log.split('\n').filter((line) => {
    if (word !== undefined) {
      if (line === `::${word}::`) word = undefined;
      return false;
    }
    word = /^::stop-commands::(.+)$/u.exec(line)?.[1];
    return /^::(?:error|warning|notice)[ :]/u.test(line);
  });
}

function end(group: number): void {
  try {
    process.kill(-group, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
