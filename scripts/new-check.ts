import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { packageRoot } from '../harness/package-root.ts';
import { allowedLevels, loadCatalogue } from '../suites/requirements/catalogue.ts';
import { phases } from '../suites/requirements/requirement.ts';
import { scaffoldCheck } from './scaffold-check.ts';

const usage = 'usage: npm run new:check -- <phase>/<noun-phrase> <REQUIREMENT-ID>';

/** Writes a check, its test and its line in the index of its phase, from a catalogue row. Never replaces a file. */
async function create([id = '', row = '']: readonly string[]): Promise<number> {
  const [phase = '', name = ''] = id.split('/');
  const requirement = loadCatalogue().find((candidate) => candidate.id === row);
  const file = path.join(packageRoot, 'suites', phase, `${name}.ts`);
  const problem = problemWith(phase, name) ?? (requirement ? undefined : `there is no requirement "${row}"`);
  if (problem !== undefined || !requirement) return fail(`${problem ?? ''}\n${usage}`);
  if (existsSync(file)) return fail(`${id} exists already`);

  const index = path.join(packageRoot, 'suites', phase, 'index.ts');
  const [level = 'MUST'] = allowedLevels(requirement);
  const scaffold = scaffoldCheck({ phase, name, level, requirement, index: await readFile(index, 'utf8') });
  await write(file, scaffold.check);
  await write(file.replace(/\.ts$/, '.test.ts'), scaffold.test);
  await write(index, scaffold.index);
  process.stdout.write(
    `suites/${id}.ts and its test are written; what stands in angle brackets is yours to replace.\n`,
  );
  return 0;
}

/** As `npm run lint` wants it. */
async function write(file: string, text: string): Promise<void> {
  await writeFile(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}

function problemWith(phase: string, name: string): string | undefined {
  if (!phases.some((known) => known === phase)) return `"${phase}" is no phase; allowed: ${phases.join(', ')}`;
  return /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) ? undefined : `"${name}" is no name in lower case with hyphens`;
}

function fail(message: string): number {
  process.stderr.write(`${message}\n`);
  return 2;
}

process.exitCode = await create(process.argv.slice(2));
