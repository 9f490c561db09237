import { expect } from 'vitest';
import type { Departure } from '../../../engine/rule/counterexample.ts';
import { startReferenceServer } from '../../../reference-server/mount/start.ts';
import { startRawServer } from '../../../wire/testing/raw-server.ts';
import type { RawServerOptions } from '../../../wire/testing/raw-server.ts';
import { call } from './io.ts';
import type { Called } from './io.ts';
import { expectDecent, identity, password, tls } from './run-at.ts';
import { createWorkspace } from './workspace.ts';

interface Document {
  readonly exitCode: number;
  readonly steps: readonly Shown[];
}

interface Shown {
  readonly id: string;
  readonly status: string;
  readonly says: string;
  readonly problems: readonly { readonly owner: string; readonly what: string; readonly remedy: string }[];
}

interface Examined extends Called {
  readonly steps: Readonly<Record<string, Shown | undefined>>;
  /** `step owner`, of each problem. */
  readonly blames: readonly string[];
}

/** What `doctor --json` found. */
export async function examine(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Examined> {
  const called = await call(['doctor', '--json', ...args], { MDE_PASSWORD: password, ...env });
  expectDecent(called);
  const { exitCode, steps } = JSON.parse(called.out) as Document;
  expect(exitCode).toBe(called.code);
  for (const { status, says, problems } of steps) {
    expect(says).not.toBe('');
    expect(problems.length > 0).toBe(status === 'problem');
    for (const { what, remedy } of problems) expect([what, remedy]).not.toContain('');
  }
  return {
    ...called,
    steps: Object.fromEntries(steps.map((step) => [step.id, step])),
    blames: steps.flatMap(({ id, problems }) => problems.map(({ owner }) => `${id} ${owner}`)),
  };
}

/** What a server is told that answers each request with the same bytes, and what was found. */
export async function examineRaw(
  reply: string,
  server: RawServerOptions = { tls },
  options: readonly string[] = [],
): Promise<Examined & { readonly received: string }> {
  await using workspace = await createWorkspace();
  await using target = await startRawServer(reply, server);
  const ca = await workspace.write('ca.pem', identity.caPem);
  const url = `https://127.0.0.1:${target.port}/EnrollmentServer/Discovery.svc`;
  const found = await examine([url, '--email', 'user@contoso.example', '--ca', ca, ...options]);
  return { ...found, received: target.received() };
}

/** At a reference server with this departure. */
export async function examineReference(
  departures: readonly Departure[],
  { args = [], trusts = true }: { readonly args?: readonly string[]; readonly trusts?: boolean } = {},
): Promise<Examined> {
  await using workspace = await createWorkspace();
  await using server = await startReferenceServer({ keys: 'pool', departures });
  const ca = trusts ? ['--ca', await workspace.write('ca.pem', server.caPem)] : [];
  const { email, password: own } = server.user;
  const found = await examine([server.url, '--email', email, ...ca, ...args], { MDE_PASSWORD: own });
  expect(found.out).not.toContain(own);
  return found;
}

/** The steps that were not looked at. */
export const skippedIn = ({ steps }: Examined): string[] =>
  Object.values(steps).flatMap((step) => (step?.status === 'skipped' ? [step.id] : []));
/** What needs TLS. */
export const afterTls = ['clock', 'discovery', 'credentials', 'time-outs', 'rate-limit'];
