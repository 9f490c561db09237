import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { openDossier } from '../engine/evidence/dossier.ts';
import { packageRoot } from '../package-root.ts';
import { readHar } from '../wire/har/har.ts';
import { benchBounds } from './bounds.ts';
import { benchChain } from './chain.ts';
import { timeStages } from './stages.ts';

interface Served {
  readonly url: string;
  readonly email: string;
  readonly passwordFile: string;
  readonly ca: string;
}

const rounds = 3;
const command = path.join(packageRoot, 'dist', 'cli', 'bin.js');
const bareClient = path.join(packageRoot, 'harness', 'bench', 'bare-client.mjs');

/** Prints what a whole `run` costs against a bare script, pair by pair in one go, and where its time goes. */
async function bench(): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mde-bench-'));
  const server = spawn(process.execPath, [command, 'serve', '--json'], { stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    const served = await announced(server);
    const out = path.join(folder, 'report');
    const target = [served.url, '--email', served.email, '--password-file', served.passwordFile, '--ca', served.ca];
    const suite = [command, 'run', ...target, '--out', out, '--json'];
    await time(suite);
    const har = await readFile(path.join(out, 'session.har'), 'utf8');
    const recorded = path.join(folder, 'requests.har');
    await writeFile(recorded, har);
    const bare = [bareClient, recorded, served.passwordFile, served.ca, String(keysOf(har))];
    await time(bare);
    const pairs: { run: number; bare: number }[] = [];
    for (let round = 0; round < rounds; round += 1) pairs.push({ run: await time(suite), bare: await time(bare) });
    report(pairs, await time([command, '--version']), readHar(har).exchanges.length, keysOf(har));
    await timeStages(har, served);
  } finally {
    server.kill();
    await once(server, 'exit');
    await rm(folder, { recursive: true, force: true });
  }
}

/** How many keys the certificate requests of the run have together, first ones and renewals. */
function keysOf(har: string): number {
  using dossier = openDossier(readHar(har));
  const requested = dossier.evidence.flatMap(
    ({ facts }) => facts.certificateRequest ?? facts.renewal?.certificateRequest ?? [],
  );
  return new Set(requested.map(({ publicKey }) => Buffer.from(publicKey.spki).toString('base64'))).size;
}

async function announced(server: ChildProcess): Promise<Served> {
  if (!server.stdout) throw new Error('the server has no standard output');
  for await (const line of createInterface({ input: server.stdout })) return JSON.parse(line) as Served;
  throw new Error('the server ended before it listened');
}

/** Milliseconds from start to exit of a process. */
async function time(args: readonly string[]): Promise<number> {
  const start = performance.now();
  await promisify(execFile)(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 });
  return performance.now() - start;
}

function report(
  pairs: readonly { readonly run: number; readonly bare: number }[],
  version: number,
  exchanges: number,
  keys: number,
): void {
  const line = (name: string, values: readonly number[], unit: string, digits: number): string =>
    `${name.padEnd(46)} ${median(values).toFixed(digits)}${unit} (${Math.min(...values).toFixed(digits)}-${Math.max(...values).toFixed(digits)})\n`;
  process.stdout.write(
    [
      `${exchanges} exchanges over TLS with a server in another process, ${keys} RSA keys, ${rounds} pairs; median (min-max)\n`,
      line(
        'run: gather, judge, write all reports',
        pairs.map(({ run }) => run),
        ' ms',
        0,
      ),
      line(
        'bare script: the same requests and keys',
        pairs.map(({ bare }) => bare),
        ' ms',
        0,
      ),
      line(
        'ratio, pair by pair',
        pairs.map(({ run, bare }) => run / bare),
        '',
        2,
      ),
      `--version                                      ${version.toFixed(0)} ms\n`,
    ].join(''),
  );
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** `npm run bench` runs all parts, `npm run bench -- chain` one of them. */
const parts: ReadonlyMap<string, () => Promise<void>> = new Map([
  ['run', bench],
  ['chain', benchChain],
  ['bounds', benchBounds],
]);
const [wanted] = process.argv.slice(2);
if (wanted !== undefined && !parts.has(wanted)) {
  process.stderr.write(`bench: there is no part "${wanted}"; allowed: ${[...parts.keys()].join(', ')}\n`);
  process.exitCode = 2;
} else {
  for (const [name, part] of parts) if (wanted === undefined || wanted === name) await part();
}
