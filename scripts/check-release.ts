import { appendFileSync, readFileSync } from 'node:fs';
import { distTagOf, releaseProblems } from './release/release-problems.ts';

// Says whether a tag may be released, before anything is built: `npm run check:release -- v1.2.3`.
const recipes = ['action.yml', 'templates/enrollment-conformance.yml', 'docs/ci.md'].concat(
  ['.github/workflows/conformance.yml', '.gitlab-ci.yml'].map((name) => `examples/ci/${name}`),
);
const read = (name: string): string => readFileSync(name, 'utf8');
const [tag = ''] = process.argv.slice(2);
const problems = releaseProblems(
  tag,
  {
    packageJson: read('package.json'),
    packageLock: read('package-lock.json'),
    changelog: read('CHANGELOG.md'),
    recipes: Object.fromEntries(recipes.map((name) => [name, read(name)])),
  },
  process.env['GITHUB_REPOSITORY'],
);
for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length > 0) process.exitCode = 1;
else {
  const output = `dist-tag=${distTagOf(tag)}\n`;
  process.stdout.write(output);
  const file = process.env['GITHUB_OUTPUT'];
  if (file !== undefined) appendFileSync(file, output);
}
