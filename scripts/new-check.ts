import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { packageRoot } from '../harness/package-root.ts';
import { loadCatalogue } from '../suites/requirements/catalogue.ts';
import { phases } from '../suites/requirements/requirement.ts';
import { needs, usualNeed } from './scaffold/need.ts';
import { scaffoldCheck } from './scaffold/scaffold-check.ts';
import { startingPoint } from './scaffold/starting-point.ts';

const usage = `usage: npm run new:check -- <phase>/<noun-phrase> <REQUIREMENT-ID> [--needs ${needs.join('|')}]`;
const suites = path.join(packageRoot, 'suites');

/** Writes a check, its test and its line in the index of its phase, from a catalogue row. Never replaces a check. */
async function create([id = '', row = '']: readonly string[], wanted: string | undefined): Promise<number> {
  const [phaseName = '', name = ''] = id.split('/');
  const phase = phases.find((known) => known === phaseName);
  if (!phase) return fail(`"${phaseName}" is no phase; allowed: ${phases.join(', ')}`);
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) return fail(`"${name}" is no name in lower case with hyphens`);
  const requirement = loadCatalogue().find((candidate) => candidate.id === row);
  if (!requirement) return fail(`there is no requirement "${row}" in suites/requirements/*.yaml`);
  const need = needs.find((known) => known === (wanted ?? usualNeed(requirement.phase)));
  if (!need) return fail(`--needs "${wanted ?? ''}" is not known; allowed: ${needs.join(', ')}`);
  if (existsSync(path.join(suites, `${id}.ts`))) return fail(`${id} exists already`);

  const index = path.join(suites, phase, 'index.ts');
  const files = scaffoldCheck({
    phase,
    name,
    need,
    requirement,
    index: existsSync(index) ? await readFile(index, 'utf8') : undefined,
    registry: await readFile(path.join(suites, 'index.ts'), 'utf8'),
  });
  for (const [file, text] of Object.entries(files)) await write(path.join(suites, file), text);

  const choice = wanted === undefined ? `, as usual for the phase ${requirement.phase}; --needs chooses another` : '';
  process.stdout.write(`Written: ${Object.keys(files)
    .map((file) => `suites/${file}`)
    .join(', ')}
Needs: ${need}${choice}.
Level: ${startingPoint(requirement).reason}.
Replace what stands in angle brackets, then: npx vitest run --project unit suites/${id}
`);
  return 0;
}

/** As `npm run lint` wants it. */
async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}

function fail(message: string): number {
  process.stderr.write(`${message}\n${usage}\n`);
  return 2;
}

function main(args: readonly string[]): Promise<number> | number {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      options: { needs: { type: 'string' } },
      allowPositionals: true,
    });
    return create(positionals, values.needs);
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

process.exitCode = await main(process.argv.slice(2));
