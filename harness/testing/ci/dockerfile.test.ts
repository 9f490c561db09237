import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { packageRoot } from '../../package-root.ts';
import { startReferenceServer } from '../../reference-server/mount/start.ts';
import { dockerfileProblems, healthCommand } from './dockerfile-rules.ts';

const read = (name: string): Promise<string> => readFile(path.join(packageRoot, name), 'utf8');
const content = await read('Dockerfile');

test('the image is pinned, runs as nobody of importance, and holds no secret', () => {
  expect(dockerfileProblems(content)).toEqual([]);
});

test.for<[what: string, part: RegExp, instead: string, problem: string]>([
  ['a tag without a digest', /(?<=node:[\w.-]+)@sha256:\w+/gu, '', 'not pinned'],
  ['a tag that moves', /node:24\.20\.0-bookworm-slim(?=@)/gu, 'node:24', 'not pinned'],
  ['the root', /USER .+\n/u, 'USER 0\n', 'USER is no number'],
  ['a user by name', /USER .+\n/u, 'USER node\n', 'USER is no number'],
  ['no user', /USER .+\n/u, '', 'USER is no number'],
  ['a shell as the entry point', /ENTRYPOINT .+/u, 'ENTRYPOINT mde-conformance', 'no exec form'],
  ['no entry point', /ENTRYPOINT .+/u, '', 'no exec form'],
  ['a shell as the command', /\nCMD .+/u, '\nCMD --help', 'no exec form'],
  ['no health check', /HEALTHCHECK .+\n.+\n/u, '', 'no HEALTHCHECK'],
  ['a download', /COPY \. \./u, 'ADD https://example.com/x.tgz .', 'ADD fetches'],
  ['a secret of the build', /ENV /u, 'ARG NPM_TOKEN\nENV ', 'A secret would stay'],
  ['a secret of the run', /ENV /u, 'ENV MDE_PASSWORD=x ', 'A secret would stay'],
])('%s is refused', ([, part, instead, problem]) => {
  const broken = content.replace(part, instead);
  expect(broken).not.toBe(content);
  expect(dockerfileProblems(broken).join('\n')).toContain(problem);
});

test('the health check tells a server that answers from none', async () => {
  const [command = '', ...words] = healthCommand(content);
  const check = (port: number): Promise<number | null> =>
    new Promise((resolve) => {
      const child = execFile(command, words, { env: { ...process.env, MDE_HEALTH_PORT: String(port) } }, () => {
        resolve(child.exitCode);
      });
    });
  const server = await startReferenceServer({ keys: 'pool' });
  const port = Number(new URL(server.url).port);
  expect(await check(port)).toBe(0);
  await server.close();
  expect(await check(port)).toBe(1);
});

test('what is built from is sent to the engine, and what was built or is secret is not', async () => {
  const ignored = (await read('.dockerignore')).split('\n');
  const { files } = JSON.parse(await read('package.json')) as { readonly files: readonly string[] };
  expect(ignored.filter((line) => files.some((file) => line === file || line === file.split('/')[0]))).toEqual([]);
  for (const line of ['.git', '**/node_modules', '**/dist', '**/*.pem', '**/*.key']) expect(ignored).toContain(line);
});

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, unknown>>;
}

interface Service {
  readonly command: readonly string[];
  readonly read_only: boolean;
  readonly cap_drop: readonly string[];
  readonly secrets: readonly string[];
  readonly volumes: readonly string[];
  readonly network_mode?: string;
  readonly ports?: unknown;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

test('the services of compose.yaml are locked, share loopback, and wait for health', async () => {
  const compose = parse(await read('compose.yaml'), { merge: true }) as Compose;
  const { reference, run } = compose.services;
  for (const service of [reference, run]) {
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], secrets: ['password'] });
    expect(service?.ports).toBeUndefined();
    for (const volume of service?.volumes ?? [])
      expect([...Object.keys(compose.volumes), './conformance-report']).toContain(volume.split(':')[0]);
  }
  expect(Object.keys(compose.secrets)).toEqual(['password']);
  expect(run).toMatchObject({ network_mode: 'service:reference', healthcheck: { disable: true } });
  expect(run?.depends_on).toEqual({ reference: { condition: 'service_healthy' } });
  // The health check of the image asks where it listens.
  expect(reference?.command.join(' ')).toMatch(/^serve --port 8443 /u);
  expect(run?.command.join(' ')).toMatch(/^run https:\/\/127\.0\.0\.1:8443\//u);
});
