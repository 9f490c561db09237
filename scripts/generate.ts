import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '../harness/package-root.ts';
import { differencesIn } from '../harness/testing/proofs/differences.ts';
import { generateAll, generateFor } from '../harness/testing/proofs/generated-files.ts';
import type { Generated } from '../harness/testing/proofs/generated-files.ts';
import type { KillRow } from '../harness/testing/proofs/kill-row.ts';
import { securityPage, securityPath } from '../harness/testing/hostile/security-page.ts';
import { nearMisses } from '../harness/testing/proofs/near-misses.ts';
import { generatePasses } from '../harness/testing/proofs/pass-files.ts';
import type { GeneratedPasses } from '../harness/testing/proofs/pass-files.ts';
import { sampleOf } from '../harness/testing/proofs/sample.ts';
import { openWorkshop } from '../harness/testing/proofs/open-workshop.ts';
import { createProgress } from '../harness/testing/proofs/progress.ts';
import type { Progress } from '../harness/testing/proofs/progress.ts';

const options = {
  check: { type: 'string' },
  verify: { type: 'boolean', default: false },
  sample: { type: 'string' },
} as const;
/** Of more differences in one file, so many are shown. */
const mostShown = 20;

/**
 * Writes every generated file, or with `--check` what one check touches; with `--verify` it writes none and says which differ. `--verify
 * --sample 3` proves a third of the rows of both matrices, each day another one.
 */
async function generate(args: string[]): Promise<number> {
  const { check: id, verify, sample: parts } = parseArgs({ args, options }).values;
  if (parts !== undefined && !(verify && /^[1-9]\d?$/.test(parts))) return fail('--sample needs --verify and a number');
  const sample = parts === undefined ? undefined : sampleOf(Number(parts), new Date(), read);
  if (id !== undefined && verify) return fail('--check renews, --verify changes nothing: give one of them');
  await using workshop = await openWorkshop();
  const check = workshop.checks.find((candidate) => candidate.id === id);
  if (id !== undefined && !check)
    return fail(
      unknown(
        id,
        workshop.checks.map((known) => known.id),
      ),
    );

  const count = counting('counterexamples');
  const killed = check ? await generateFor(check, workshop, read, count) : await generateAll(workshop, count, sample);
  const servers = await workshop.prover.listLawfulServers();
  const passed = await generatePasses(workshop, servers, counting('lawful servers'), check, sample);
  const page: readonly [string, string][] = check ? [] : [[securityPath, await securityPage()]];
  const made = { ...killed, files: new Map([...killed.files, ...passed.files, ...page]) };
  if (check) process.stdout.write(made.proofs.map(({ row }) => describe(row)).join(''));
  else workshop.cache.prune();
  const isProven = [report(made), reportPasses(passed, check?.id)].every(Boolean);
  const isUpToDate = verify ? compare(made) : write(made);
  return isProven && isUpToDate ? 0 : 1;
}

function report({ proofs }: Generated): boolean {
  const problems = proofs.flatMap((proof) => proof.problems);
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  if (problems.length === 0) process.stdout.write(`${proofs.length} counterexamples: each fails its check\n`);
  return problems.length === 0;
}

function reportPasses({ proofs }: GeneratedPasses, id = 'every check'): boolean {
  const problems = proofs.flatMap((proof) => proof.problems);
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  if (problems.length === 0)
    process.stdout.write(`${proofs.length} lawful servers: ${id} passes, or is listed as advice\n`);
  return problems.length === 0;
}

function write({ files }: Generated): true {
  const changed = [...files].filter(([file, text]) => read(file) !== text);
  for (const [file, text] of changed) writeFileSync(path.join(packageRoot, file), text);
  process.stdout.write(
    changed.length === 0 ? 'nothing changed\n' : changed.map(([file]) => `renewed ${file}\n`).join(''),
  );
  return true;
}

function compare({ files }: Generated): boolean {
  const different = [...files].filter(([file, text]) => read(file) !== text);
  for (const [file, text] of different) {
    const parts = differencesIn(file, read(file), text);
    const more = parts.length > mostShown ? [`and ${parts.length - mostShown} more`] : [];
    process.stderr.write(
      `${file} is out of date:\n${[...parts.slice(0, mostShown), ...more].map((part) => `  ${part}\n`).join('')}`,
    );
  }
  if (different.length > 0) process.stderr.write('Run `npm run generate`, read the differences, and commit them.\n');
  else process.stdout.write(`${files.size} generated files are up to date\n`);
  return different.length === 0;
}

function describe({ counterexample, name, fails }: KillRow): string {
  const [own = ''] = counterexample.split(':');
  const others = fails.filter((id) => id !== own);
  return `${counterexample} (${name}) ${others.length === 0 ? 'fails no other check' : `also fails ${others.join(', ')}`}\n`;
}

function unknown(id: string, known: readonly string[]): string {
  const near = nearMisses(id, known);
  return `there is no check "${id}"; ${near.length === 0 ? '`npx mde-conformance list checks` shows all' : `did you mean ${near.join(', ')}?`}`;
}

function read(file: string): string | undefined {
  const absolute = path.join(packageRoot, file);
  return existsSync(absolute) ? readFileSync(absolute, 'utf8') : undefined;
}

function counting(what: string): (total: number) => Progress {
  return (total) => createProgress(what, total, process.stderr);
}

function fail(message: string): 2 {
  process.stderr.write(`${message}\n`);
  return 2;
}

process.exitCode = await generate(process.argv.slice(2));
