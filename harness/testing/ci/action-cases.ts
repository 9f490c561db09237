import { spawnSync } from 'node:child_process';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../package-root.ts';
import type { PackedPackage } from '../packed-package.ts';
import { gitlabComponent } from './gitlab-component.ts';
import { runJob, type Job } from './run-job.ts';
import { bareTarball, vendorRepository } from './vendor-repository.ts';

const narrow = { check: 'provisioning/role,provisioning/thumbprint' };
const onPullRequest = { event_name: 'pull_request' };

/** The tests of the action, against the package that the tests of the package have packed: packing takes longest. */
export function testAction(packedPackage: () => PackedPackage): void {
  test('stops a pull request that breaks the thumbprints, and its summary names the check', async () => {
    const { folder, stepsOf } = await repository('broken', ['provisioning/role', 'provisioning/thumbprint']);
    const steps = await stepsOf('commit', narrow);
    await using job = await runJob({
      steps,
      workspace: folder,
      github: onPullRequest,
      without: ['Install the dependencies'],
    });
    expect(job.hasFailed, job.log).toBe(true);
    expect(job.outputs['conformance']).toMatchObject({
      'exit-code': '1',
      verdict: 'nonconformant',
      'failed-must': '2',
      'waived-must': '1',
      report: './conformance-report',
      sarif: './conformance-report/results.sarif',
    });
    expect(job.summary).toContain('provisioning/thumbprint');
    expect(job.summary).toContain('0x8018001E');
    expect(job.annotations).toContainEqual(
      expect.stringMatching(/^::error file=conformance\/target\.yaml,line=1,title=provisioning\/thumbprint::/u),
    );
    expect(job.used['Reports']).toEqual({ name: 'conformance-report', path: './conformance-report' });
    expect(job.ran).not.toContain('Alerts');
    expect(job.ran).toContain('What the server said');
    hasNoSecret(job);
    await audits(folder);
    await auditsByBaseline(folder);
    await auditsInGitlab(folder);
  }, 120_000);

  test('lets a waived failure pass, with a warning that names the day', async () => {
    const { folder, expires, stepsOf } = await repository('waived', ['provisioning/role']);
    const bare = await bareTarball(packedPackage());
    const steps = await stepsOf('commit', { ...narrow, version: '', package: bare });
    await using job = await runJob({
      ...{ steps, workspace: folder, without: ['Install the dependencies'] },
      github: { event_name: 'push' },
      env: { NODE_PATH: path.join(packageRoot, 'node_modules') },
    });
    expect(job.hasFailed, job.log).toBe(false);
    expect(job.outputs['conformance']).toMatchObject({
      'exit-code': '0',
      verdict: 'nonconformant',
      'waived-must': '1',
      'waived-until': expires,
    });
    expect(job.annotations).toContainEqual(
      expect.stringMatching(`^::warning file=.*,title=provisioning/role::Waived: .*until ${expires}, by A\\. Owner`),
    );
    expect(job.annotations.filter((line) => line.startsWith('::error'))).toEqual([]);
    expect(job.summary).toContain(`waived until ${expires}`);
    expect(job.used['Alerts']).toEqual({ sarif_file: './conformance-report/results.sarif' });
    hasNoSecret(job);
  }, 120_000);

  test('says that there is no report where the command wrote none, and tells no older one', async () => {
    const { folder } = await repository('misused', []);
    await mkdir(path.join(folder, 'conformance-report'));
    for (const name of ['verdict.env', 'summary.md', 'annotations.txt'])
      await writeFile(path.join(folder, 'conformance-report', name), 'mde_verdict=conformant\n');
    await using job = await judged(folder, { target: 'conformance/missing.yaml' });
    expect(job.hasFailed).toBe(true);
    expect(job.outputs['conformance']).toMatchObject({ 'exit-code': '2', verdict: '', report: '', sarif: '' });
    expect(job.summary).toMatch(/^mde-conformance ended with exit code 2 and wrote no report/u);
    expect(job.annotations).toEqual([expect.stringContaining('exit code 2')]);
    expect(Object.keys(job.used)).not.toContain('Reports');
  });

  test('works by the script that proves it on each Node', () => {
    const script = path.join(packageRoot, 'scripts', 'prove-package.sh');
    const proven = spawnSync(script, ['--installed', packedPackage().project], { encoding: 'utf8' });
    expect(proven.stdout).toMatch(/\n\n9 passed, 0 failed\n$/u);
    expect(proven.status).toBe(0);
  });

  /** The session that a run left, twice: each gets its report, and none is the verdict. */
  async function audits(folder: string): Promise<void> {
    for (const name of ['one.har', 'two.har'])
      await cp(path.join(folder, 'conformance-report', 'session.har'), path.join(folder, name));
    await using job = await judged(folder, { command: 'audit', target: 'one.har\ntwo.har', out: 'audits' });
    expect(job.outputs['conformance']).toMatchObject({ 'exit-code': '1', verdict: '', sarif: './audits' });
    expect(job.summary.match(/^#+ .*Not conformant/gmu)).toHaveLength(2);
    expect(await readFile(path.join(folder, 'audits', 'two', 'junit.xml'), 'utf8')).toContain('<testsuites');
  }

  /** All options at once: what the run has seen is known, so that nothing fails. */
  async function auditsByBaseline(folder: string): Promise<void> {
    await using job = await judged(folder, {
      ...{ command: 'audit', target: 'one.har', out: 'by-baseline', formats: 'csv', suite: 'provisioning', ...narrow },
      ...{ baseline: 'conformance-report/results.json', 'no-new': 'true', 'fail-on': 'should' },
      ...{ waivers: 'conformance/waivers.yaml', arguments: '--verbose\n\n--history\nruns of main' },
    });
    expect(job.outputs['conformance'], job.log).toMatchObject({ 'exit-code': '0', new: '0', 'waived-must': '1' });
    expect(job.log).toContain('known from the baseline');
    expect(await readdir(path.join(folder, 'runs of main'))).not.toEqual([]);
    expect(await readdir(path.join(folder, 'by-baseline'))).toContain('results.csv');
  }

  /** The script of the component for GitLab, with its inputs as GitLab puts them in. */
  async function auditsInGitlab(folder: string): Promise<void> {
    const inputs = { command: 'audit', target: 'one.har', version: 'installed', out: 'gitlab' };
    const { jobs } = await gitlabComponent(inputs);
    const { script, variables, artifacts } = jobs['enrollment-conformance'] ?? {};
    const ended = spawnSync('bash', ['-eo', 'pipefail', '-c', (script ?? []).join('\n')], {
      cwd: folder,
      env: { ...process.env, ...variables, npm_config_cache: path.join(folder, '.npm') },
      encoding: 'utf8',
    });
    expect(ended.status, ended.stderr).toBe(1);
    const files = Object.values(artifacts?.reports ?? {});
    expect(files).toHaveLength(3);
    for (const file of files) expect(await readFile(path.join(folder, file), 'utf8'), file).not.toBe('');
  }

  function judged(workspace: string, inputs: Readonly<Record<string, string>>): Promise<Job> {
    const uses = 'OWNER/mde-conformance@v0.1.0';
    return runJob({ steps: [{ id: 'conformance', uses, with: { version: 'installed', ...inputs } }], workspace });
  }

  function repository(name: string, mistakes: readonly string[]): ReturnType<typeof vendorRepository> {
    return vendorRepository(packedPackage(), name, mistakes);
  }
}

/** The runner masks the password after the one line that says so. */
function hasNoSecret({ log, summary }: Job): void {
  const [masking = '', password = ''] = /^::add-mask::(.+)$/mu.exec(log) ?? [];
  expect(password).toMatch(/^[0-9a-f]{32}$/u);
  expect(`${log.replace(masking, '')}${summary}`).not.toContain(password);
}
