import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { packageRoot } from '../harness/package-root.ts';
import { changedFiles } from './check/changed-files.ts';
import { runLane } from './check/lane.ts';
import type { Step } from './check/lane.ts';
import { readImports, reachedTests } from './check/reached-tests.ts';

const options = { changed: { type: 'boolean', default: false }, since: { type: 'string' } } as const;
const types: Step = {
  name: 'types',
  command: ['npx', 'tsc', '--noEmit', '--incremental', '--tsBuildInfoFile', 'node_modules/.cache/check.tsbuildinfo'],
};
const floors: Step = { name: 'floors', command: ['npm', 'run', '--silent', 'lint:floors'] };

/** Types, lint and tests: of everything, or with `--changed` of what differs from HEAD (or from `--since <revision>`). */
async function check(args: string[]): Promise<number> {
  const { changed, since } = parseArgs({ args, options }).values;
  const lanes = changed || since !== undefined ? await lanesOf(changedFiles(since ?? 'HEAD')) : whole;
  const failed = (await Promise.all(lanes.map(runLane))).flat();
  process.stdout.write(failed.length === 0 ? '\nall passed\n' : `\nfailed: ${failed.join(', ')}\n`);
  return failed.length === 0 ? 0 : 1;
}

const whole: readonly (readonly Step[])[] = [
  [types, { name: 'lint', command: ['npm', 'run', '--silent', 'lint'] }, { name: 'tests', command: ['npm', 'test'] }],
];

/** Two lanes, since a change is checked on two cores or more. */
async function lanesOf(changed: readonly string[]): Promise<readonly (readonly Step[])[]> {
  const sources = changed.filter((file) => /\.(?:ts|js|mjs)$/.test(file));
  const tests = filesOf('*.test.ts').filter((file) => !file.endsWith('.shared.test.ts'));
  const reached = reachedTests(changed, await readImports(packageRoot, tests), tests);
  process.stdout.write(`${changed.length} changed files reach ${reached.length} of ${tests.length} test files\n`);
  return [
    [types, ...(reached.length === 0 ? [] : [testsOf(reached)])],
    [
      ...(sources.length === 0 ? [] : [{ name: 'lint', command: ['npx', 'eslint', ...sources] } as const]),
      ...(changed.length === 0
        ? []
        : [{ name: 'format', command: ['npx', 'prettier', '--check', '--ignore-unknown', ...changed] } as const]),
      floors,
    ],
  ];
}

function testsOf(files: readonly string[]): Step {
  return { name: 'tests', command: ['npx', 'vitest', 'run', '--project', 'unit', ...files] };
}

function filesOf(pattern: string): readonly string[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '--', pattern];
  return execFileSync('git', args, { cwd: packageRoot, encoding: 'utf8' }).split('\n').filter(Boolean);
}

process.exitCode = await check(process.argv.slice(2));
