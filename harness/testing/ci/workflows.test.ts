import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../package-root.ts';
import { actionProblems, unboundedJobs, unsafeSteps, workflowProblems } from './workflow-rules.ts';

const read = (...names: string[]): Promise<string> => readFile(path.join(packageRoot, ...names), 'utf8');
const folders = ['.github/workflows', 'examples/ci/.github/workflows'];
const workflows = (
  await Promise.all(
    folders.map(async (folder) => (await readdir(path.join(packageRoot, folder))).map((name) => `${folder}/${name}`)),
  )
).flat();

describe.each(workflows)('%s', (file) => {
  test('is a workflow, by two linters', async () => {
    expect(await workflowProblems(file, await read(file))).toEqual([]);
  });

  test('runs what is pinned, as code what is written there, with bounds', async () => {
    const content = await read(file);
    expect([...unsafeSteps(content), ...unboundedJobs(content)]).toEqual([]);
  });
});

describe('action.yml', async () => {
  const content = await read('action.yml');

  test('is an action, and runs what is pinned', () => {
    expect(actionProblems(content)).toEqual([]);
    expect(unsafeSteps(content)).toEqual([]);
  });

  test.for<[what: string, part: RegExp, instead: string, problem: string]>([
    ['a script without its shell', / {6}shell: bash\n/u, '', 'Required property is missing: shell'],
    ['a context that is none', /\{\{ steps\.npm\./u, '{{ stepz.npm.', "Unrecognized named-value: 'stepz'"],
    ['an input in a script', /run: exit "\$EXIT_CODE"/u, 'run: exit ${{ inputs.out }}', 'an expression in a script'],
    ['an action by its tag', /setup-node@\w+ #/u, 'setup-node@v6 #', 'not pinned by a commit'],
    ['a commit that nobody can read', /(?<=setup-node@\w+) # v[\d.]+/u, '', 'without its version'],
  ])('%s is refused', ([, part, instead, problem]) => {
    const broken = content.replace(part, instead);
    expect(broken).not.toBe(content);
    expect([...actionProblems(broken), ...unsafeSteps(broken)].join('\n')).toContain(problem);
  });
});

test('a workflow with a mistake is refused', async () => {
  const [gate = ''] = workflows;
  const content = (await read(gate)).replace('runs-on: ubuntu-latest', 'runs-on: ubuntu-lates');
  expect((await workflowProblems(gate, content)).join('\n')).toContain('ubuntu-lates');
  expect(unboundedJobs('on: push\njobs: { a: { runs-on: x, steps: [] } }')).toEqual([
    'no permissions',
    'no time limit: a',
  ]);
});
