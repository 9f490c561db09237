import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { renderers } from '../../../reports/index.ts';
import { call } from '../../app/cli/testing/io.ts';
import { packageRoot } from '../../package-root.ts';
import { gitlabComponent } from './gitlab-component.ts';

const read = (name: string): Promise<string> => readFile(path.join(packageRoot, name), 'utf8');
const help = (await call(['run', '--help'])).out;

describe('the component for GitLab', async () => {
  const given = { target: 'target.yaml' };
  const { inputs, jobs } = await gitlabComponent(given);

  test('describes each input, and demands the target alone', () => {
    for (const [name, { description }] of Object.entries(inputs)) expect(description, name).not.toBe('');
    const demanded = Object.entries(inputs).filter(([, input]) => input.default === undefined);
    expect(demanded.map(([name]) => name)).toEqual(['target']);
  });

  test('reads each input that it declares', async () => {
    const text = await read('templates/enrollment-conformance.yml');
    for (const name of Object.keys(inputs)) expect(text, name).toContain(`$[[ inputs.${name} ]]`);
  });

  test('has one job, under a name of its own, which keeps its reports however it ends', () => {
    expect(Object.keys(jobs)).toEqual(['enrollment-conformance']);
    const { artifacts } = jobs['enrollment-conformance'] ?? {};
    expect(artifacts).toMatchObject({ when: 'always', paths: ['conformance-report/'] });
    expect(artifacts?.reports).toEqual({
      junit: `conformance-report/${renderers.junit.fileName}`,
      codequality: `conformance-report/${renderers.codequality.fileName}`,
      dotenv: `conformance-report/${renderers.dotenv.fileName}`,
    });
  });

  test('takes another name, and refuses one that would begin a job of another kind', async () => {
    expect(Object.keys((await gitlabComponent({ ...given, job: 'staging' })).jobs)).toEqual(['staging']);
    await expect(gitlabComponent({ ...given, job: '.hidden' })).rejects.toThrow('"job" must not be ".hidden"');
    await expect(gitlabComponent({ ...given, 'fail-on': 'all' })).rejects.toThrow('"fail-on" must not be "all"');
    await expect(gitlabComponent({})).rejects.toThrow('"target" is missing');
  });

  test('puts no input into the script, where its value would be code', () => {
    expect(jobs['enrollment-conformance']?.script.join('\n')).not.toContain('target.yaml');
  });
});

test('the vendor includes the component with inputs that it has', async () => {
  const { include } = parse(await read('examples/ci/.gitlab-ci.yml')) as {
    readonly include: readonly [{ readonly component: string; readonly inputs: Readonly<Record<string, string>> }];
  };
  expect(include[0].component).toMatch(/\/enrollment-conformance@\d/u);
  expect(Object.keys((await gitlabComponent(include[0].inputs)).jobs)).toHaveLength(1);
});

/** What a shell runs in each recipe. */
const scripts: Readonly<Record<string, readonly string[]>> = {
  'templates/enrollment-conformance.yml':
    (await gitlabComponent({ target: 'x' })).jobs['enrollment-conformance']?.script ?? [],
  'examples/ci/.gitlab-ci.yml': Object.values(
    parse(await read('examples/ci/.gitlab-ci.yml')) as Record<string, { readonly before_script?: readonly string[] }>,
  ).flatMap(({ before_script: lines = [] }) => lines),
  'examples/ci/azure-pipelines.yml': (
    parse(await read('examples/ci/azure-pipelines.yml')) as {
      readonly steps: readonly { readonly bash?: string; readonly script?: string }[];
    }
  ).steps.flatMap(({ bash, script }) => bash ?? script ?? []),
  'examples/ci/Jenkinsfile': [...(await read('examples/ci/Jenkinsfile')).matchAll(/sh ('''|')(.*?)\1/gsu)].map(
    ([, , script = '']) => script,
  ),
  'examples/ci/make-certificates.sh': [await read('examples/ci/make-certificates.sh')],
  'scripts/prove-package.sh': [await read('scripts/prove-package.sh')],
};

test.each(Object.entries(scripts))('%s is what bash reads, with options that the command has', (_, parts) => {
  const script = parts.join('\n');
  expect(script).not.toBe('');
  expect(spawnSync('bash', ['-n'], { input: script, encoding: 'utf8' }).stderr).toBe('');
  const commands = [...script.matchAll(/mde-conformance"? (?:run|"\$\w+")(?:.*\\\n)*.*/gu)].map(([text]) => text);
  const options = commands.flatMap((text) => text.match(/--[a-z][a-z-]+/gu) ?? []);
  for (const option of options) expect(help, option).toMatch(new RegExp(`${option}\\b`, 'u'));
});

test('the recipes keep test results and reports, however the command ends', async () => {
  const jenkins = await read('examples/ci/Jenkinsfile');
  expect(jenkins).toMatch(/post \{\s+always \{\s+junit [^}]*conformance-report\/junit\.xml[^}]*archiveArtifacts/u);
  expect(jenkins.match(/\{/gu)?.length).toBe(jenkins.match(/\}/gu)?.length);
  const { steps } = parse(await read('examples/ci/azure-pipelines.yml')) as {
    readonly steps: readonly Readonly<Record<string, unknown>>[];
  };
  const kept = steps.filter((step) => 'publish' in step || step['task'] === 'PublishTestResults@2');
  expect(kept).toHaveLength(2);
  for (const step of kept) expect(step['condition']).toBe('succeededOrFailed()');
});
