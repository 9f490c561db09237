import { readFile } from 'node:fs/promises';
import { gather } from '../device/run/gather.ts';
import { readHar, serialiseHar, writeHar } from '../wire/har/har.ts';
import { createLiveTransport } from '../wire/transport/live-transport.ts';
import { loadRenderer, renderers } from '../../reports/index.ts';
import { assess } from '../app/assess.ts';
import { checks } from '../../suites/index.ts';
import { scenarios } from '../../suites/scenarios.ts';

/** Where the server of the bench listens and how to enroll there. */
interface Served {
  readonly url: string;
  readonly email: string;
  readonly passwordFile: string;
  readonly ca: string;
}

/** Prints what each stage of a run takes in this process, warm: the median of seven. */
export async function timeStages(har: string, served: Served): Promise<void> {
  const [password, ca] = await Promise.all([readFile(served.passwordFile, 'utf8'), readFile(served.ca, 'utf8')]);
  const session = readHar(har);
  const occasion = {
    mode: 'live',
    runId: 'bench',
    startedAt: new Date().toISOString(),
    durationMs: 0,
    target: '',
  } as const;
  const results = assess(session, checks, occasion);
  const drive = (keys: 'pool' | 'generated') => (): Promise<unknown> =>
    gather({
      target: { url: served.url, email: served.email, password, ca, deviceTrust: [], capabilities: [] },
      transport: createLiveTransport({ ca: [ca], timeoutMs: 30_000 }),
      scenarios,
      now: () => new Date(),
      seed: 'bench',
      keys,
    });
  process.stdout.write('\nstages, warm, in one process\n');
  await stage('gather with keys of its own', drive('generated'));
  await stage('gather with keys from the pool', drive('pool'));
  await stage('redact and write the session', () => serialiseHar(writeHar(session)));
  await stage('read the session', () => readHar(har));
  await stage(`judge by ${checks.length} checks`, () => assess(session, checks, occasion));
  for (const format of Object.keys(renderers)) {
    const renderer = await loadRenderer(format);
    await stage(`render ${renderer.fileName}`, () => renderer.render(results, session));
  }
}

async function stage(name: string, work: () => unknown): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < 8; round += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  const sorted = times.slice(1).toSorted((a, b) => a - b);
  process.stdout.write(`${name.padEnd(46)} ${(sorted[3] ?? Number.NaN).toFixed(1)} ms\n`);
}
