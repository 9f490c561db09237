import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot, packageVersion } from '../../harness/package-root.ts';
import { distTagOf, releaseProblems, type ReleaseFiles } from './release-problems.ts';

const repository = { type: 'git', url: 'git+https://github.com/Vendor/mde-conformance.git' };
const good: ReleaseFiles = {
  packageJson: JSON.stringify({ version: '1.2.3', repository }),
  packageLock: JSON.stringify({ version: '1.2.3', packages: { '': { version: '1.2.3' } } }),
  changelog: '# Changelog\n\n## Unreleased\n\n## 1.2.3 - 2027-01-31\n\n- A thing.\n\n## 1.2.2 - 2027-01-01\n\n- b\n',
  recipes: { 'action.yml': 'inputs:\n  version:\n    description: x\n    default: 1.2.3\n' },
};

test('a tag that agrees with everything is released', () => {
  expect(releaseProblems('v1.2.3', good, 'vendor/mde-conformance')).toEqual([]);
  const changelog = good.changelog.replace('## Unreleased\n\n', '');
  expect(releaseProblems('v1.2.3', { ...good, changelog })).toEqual([]);
});

test.for<[tag: string]>([['1.2.3'], ['v1.2'], ['v01.2.3'], ['v1.2.3+build'], ['latest'], ['v1.2.3\nv'], ['']])(
  'the tag %j is no version',
  ([tag]) => {
    expect(releaseProblems(tag, good)).toEqual([expect.stringContaining('is no version')]);
  },
);

test.for<[what: string, change: Partial<ReleaseFiles>, problem: string]>([
  ['another version', { packageJson: JSON.stringify({ version: '1.2.4' }) }, 'package.json says 1.2.4'],
  [
    'an old lock file',
    { packageLock: JSON.stringify({ version: '1.2.2', packages: { '': { version: '1.2.3' } } }) },
    'package-lock.json says 1.2.2',
  ],
  ['a lock file without the package', { packageLock: JSON.stringify({ version: '1.2.3', packages: {} }) }, 'nothing'],
  ['no entry', { changelog: good.changelog.replaceAll('1.2.3', '1.2.30') }, 'no section "## 1.2.3"'],
  ['an entry without a day', { changelog: good.changelog.replace(' - 2027-01-31', '') }, 'gives no day to 1.2.3'],
  ['an empty entry', { changelog: good.changelog.replace('- A thing.\n', '') }, 'says nothing of 1.2.3'],
  [
    'something unreleased',
    { changelog: good.changelog.replace('## Unreleased\n', '## Unreleased\n\n### Checks\n\n- c\n') },
    'has entries under "Unreleased"',
  ],
  [
    'a default of an older version',
    { recipes: { a: 'x:\n  version:\n    description: y\n    default: 1.0.0\n' } },
    'a names 1.0.0',
  ],
  ['a reference to an older version', { recipes: { a: 'uses: x/mde-conformance@v1.2.2' } }, 'a names 1.2.2'],
  ['a recipe without a version', { recipes: { a: '' } }, 'a names no version'],
])('%s is refused', ([, change, problem]) => {
  expect(releaseProblems('v1.2.3', { ...good, ...change }).join('\n')).toContain(problem);
});

test('a package that names another repository, or none, gets no provenance', () => {
  expect(releaseProblems('v1.2.3', good, 'other/mde-conformance').join()).toContain('npm would refuse the provenance');
  const packageJson = JSON.stringify({ version: '1.2.3' });
  expect(releaseProblems('v1.2.3', { ...good, packageJson }, 'vendor/x').join()).toContain('the repository (none)');
});

test('what is before a release is no `latest`', () => {
  expect([distTagOf('v1.2.3'), distTagOf('v1.2.3-rc.1')]).toEqual(['latest', 'next']);
});

test('what users copy from names the version of the package', () => {
  const read = (name: string): string => readFileSync(path.join(packageRoot, name), 'utf8');
  const names = ['action.yml', 'templates/enrollment-conformance.yml', 'docs/ci.md', 'examples/ci/.gitlab-ci.yml'];
  const recipes = Object.fromEntries(
    [...names, 'examples/ci/.github/workflows/conformance.yml'].map((name) => [name, read(name)]),
  );
  const version = JSON.stringify({ version: packageVersion, packages: { '': { version: packageVersion } } });
  const changelog = `## ${packageVersion} - 2027-01-31\n\n- x\n`;
  const files = { packageJson: version, packageLock: version, changelog, recipes };
  expect(releaseProblems(`v${packageVersion}`, files)).toEqual([]);
});
