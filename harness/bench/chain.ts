import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { readCertificate } from '../protocol/pki/read/certificate.ts';
import { poolKey } from '../protocol/pki/build/keys.ts';
import { validatePath } from '../protocol/pki/path/validate.ts';
import { mintAuthority, mintLeaf, mintRoot, now } from '../protocol/pki/testing/mint.ts';

const chains = 200;
const rounds = 40;

interface Ders {
  readonly root: Uint8Array;
  readonly intermediate: Uint8Array;
  readonly leaf: Uint8Array;
}

/** Prints what it costs to parse and validate a chain of three with RSA keys, and that in terms of `openssl verify` on such a chain. */
export async function benchChain(): Promise<void> {
  const ours = timeOurs(Array.from({ length: chains }, mintChain));
  const theirs = await timeOpenssl(mintChain());
  const line = (name: string, values: readonly number[]): string =>
    `${name.padEnd(58)} ${median(values).toFixed(2)} ms (${Math.min(...values).toFixed(2)}-${Math.max(...values).toFixed(2)})\n`;
  process.stdout.write(
    [
      `\nparse and validate a chain of three (RSA 2048), ${chains} chains never seen before, warm after ${warm}; median (min-max)\n`,
      line('ours', ours),
      ...(theirs
        ? [
            line('openssl verify, the process', theirs.verify),
            line('openssl version, the process', theirs.start),
            ratio('ratio to openssl verify, process start taken off: medians', median, ours, theirs),
            ratio('the same of the minima, which other load disturbs less', minimum, ours, theirs),
          ]
        : ['there is no openssl here to compare with\n']),
    ].join(''),
  );
}

function ratio(
  name: string,
  of: (values: readonly number[]) => number,
  ours: readonly number[],
  { verify, start }: Processes,
): string {
  const net = of(verify) - of(start);
  return `${name.padEnd(58)} ${(of(ours) / net).toFixed(2)} (${of(ours).toFixed(2)} ms to ${net.toFixed(2)} ms)\n`;
}

function mintChain(): Ders {
  const root = mintRoot({ key: poolKey(8).privateKey });
  const intermediate = mintAuthority(root, { key: poolKey(9).privateKey });
  const leaf = mintLeaf(intermediate, { key: poolKey(0).privateKey });
  return { root: root.certificate.der, intermediate: intermediate.certificate.der, leaf: leaf.certificate.der };
}

/** Milliseconds from start to exit, side by side. */
interface Processes {
  readonly verify: readonly number[];
  readonly start: readonly number[];
}

const warm = 50;

/** Milliseconds for each chain. What was read while minting is read anew: the reader keeps fewer certificates than these. */
function timeOurs(all: readonly Ders[]): number[] {
  const times = all.map(({ root, intermediate, leaf }) => {
    const start = performance.now();
    const { valid } = validatePath(readCertificate(leaf), {
      anchors: [readCertificate(root)],
      intermediates: [readCertificate(intermediate)],
      at: now,
      purpose: 'client',
    });
    const end = performance.now();
    if (!valid) throw new Error('the chain of the bench is not valid');
    return end - start;
  });
  return times.slice(warm);
}

async function timeOpenssl(chain: Ders): Promise<Processes | undefined> {
  if (spawnSync('openssl', ['version']).status !== 0) return undefined;
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mde-bench-chain-'));
  try {
    const file = async (name: keyof Ders): Promise<string> => {
      const target = path.join(folder, `${name}.pem`);
      await writeFile(target, readCertificate(chain[name]).pem);
      return target;
    };
    const [root, intermediate, leaf] = [await file('root'), await file('intermediate'), await file('leaf')];
    const options = ['-x509_strict', '-no-CApath', '-no-CAstore', '-purpose', 'sslclient'];
    const at = ['-attime', String(now.getTime() / 1000)];
    const verify = ['verify', ...options, ...at, '-CAfile', root, '-untrusted', intermediate, leaf];
    const pairs = Array.from({ length: rounds }, () => ({ verify: time(verify), start: time(['version']) }));
    return {
      verify: pairs.map((pair) => pair.verify),
      start: pairs.map((pair) => pair.start),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Milliseconds from start to exit of openssl. */
function time(args: readonly string[]): number {
  const start = performance.now();
  const { status } = spawnSync('openssl', args);
  const end = performance.now();
  if (status !== 0) throw new Error(`openssl ${args[0] ?? ''} ended with ${String(status)}`);
  return end - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function minimum(values: readonly number[]): number {
  return Math.min(...values);
}
