import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { wrongPassword } from '../../../suites/faults/scenarios/wrong-password.ts';
import { packageRoot } from '../../package-root.ts';
import { forms, leaksIn, user } from '../../testing/hostile/canary.ts';
import { edit, into } from '../../testing/hostile/edits.ts';
import { referenceHar } from '../../testing/reference-run.ts';
import { varying } from '../../testing/varied-run.ts';
import { createWorkspace } from '../cli/testing/workspace.ts';

/** The recording of another tool, in which the password stands as it was sent and as the server echoed it. */
async function unredacted(): Promise<string> {
  const { log } = await referenceHar({
    scenarios: [windowsEnrollment, wrongPassword],
    user,
    between: varying(edit('issue', into('Envelope', `<!-- ${forms.xml} -->`))),
  });
  const entries = log.entries.map((entry) => ({ ...entry, _mde: undefined }));
  const text = JSON.stringify({ log: { version: '1.2', creator: { name: 'a proxy', version: '1' }, entries } });
  return text.replaceAll('redacted-password-1', JSON.stringify(forms.xml).slice(1, -1));
}

test(
  'the reporters of vitest and Allure, their files and the folders around them do not get the password',
  { timeout: 300_000 },
  async () => {
    await using workspace = await createWorkspace();
    const recording = await unredacted();
    expect(leaksIn(recording)).not.toEqual([]);
    const capture = await workspace.write('recording.har', recording);
    const folders = Object.fromEntries(['HOME', 'TMPDIR', 'cwd'].map((name) => [name, workspace.at(name)]));
    await Promise.all(Object.values(folders).map((folder) => mkdir(folder)));
    const { cwd = '', ...env } = folders;
    const output = await vitest(cwd, {
      ...env,
      MDE_CAPTURE: capture,
      MDE_OUT: workspace.at('report'),
      MDE_FORMAT: 'html,junit',
      MDE_PASSWORD: user.password,
    });
    const files = [...(await workspace.files())].filter(([name]) => name !== 'recording.har');
    const names = files.map(([name]) => name);
    expect(names).toEqual(
      expect.arrayContaining(['cwd/vitest.json', 'cwd/vitest.xml', 'report/results.json', 'report/session.har']),
    );
    expect(names.filter((name) => /allure-results.*-result\.json$/.test(name)).length).toBeGreaterThan(10);
    expect(output).toContain('Exit code ');
    const leaks = [['the output', output] as const, ...files.map(([name, bytes]) => [name, bytes.toString()] as const)];
    expect(leaks.flatMap(([place, text]) => leaksIn(text).map((form) => `${form} in ${place}`))).toEqual([]);
  },
);

/** Runs a part of the conformance project, with the reporters that a build uses. */
function vitest(cwd: string, settings: Readonly<Record<string, string>>): Promise<string> {
  const command = path.join(path.dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VITEST|MDE_|ALLURE|TEST$|NODE_ENV$)/.test(name));
  const reporters = ['verbose', 'json', 'junit', 'allure-vitest/reporter'].map((name) => `--reporter=${name}`);
  const files = [
    `--outputFile.json=${path.join(cwd, 'vitest.json')}`,
    `--outputFile.junit=${path.join(cwd, 'vitest.xml')}`,
  ];
  const args = [
    'run',
    '--root',
    packageRoot,
    '--project',
    'conformance',
    'enrollment',
    'faults',
    ...reporters,
    ...files,
  ];
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [command, ...args],
      { cwd, env: { ...Object.fromEntries(inherited), NO_COLOR: '1', ...settings }, maxBuffer: 1 << 26 },
      (_error, stdout, stderr) => {
        resolve(stdout + stderr);
      },
    );
  });
}
