import { expect } from 'vitest';
import type { Scenario } from '../../../device/run/scenario.ts';
import { createAuthority, poolAuthorityKeys } from '../../../protocol/pki/build/authority.ts';
import { seededBytes } from '../../../protocol/pki/build/seeded-bytes.ts';
import { startRawServer } from '../../../wire/testing/raw-server.ts';
import type { RawServerOptions } from '../../../wire/testing/raw-server.ts';
import { call } from './io.ts';
import type { Called } from './io.ts';
import { createWorkspace } from './workspace.ts';
import type { Workspace } from './workspace.ts';

/** Milliseconds; a run takes a fraction of a second where nothing else does. */
export const timeout = 180_000;

export const password = 'correct horse 7&<staple>';
export const identity = createAuthority({
  now: () => new Date(),
  random: seededBytes('bad targets'),
  keys: poolAuthorityKeys(),
}).serverIdentity({ hosts: ['127.0.0.1', 'localhost'] });
export const tls = { key: identity.keyPem, cert: identity.chainPem };

/** A run at a target: what it said, and the results document where there is one. */
interface Run extends Called {
  readonly results: { readonly verdict: string; readonly because: string; readonly judgements: readonly Judged[] };
  /** What the target received. */
  readonly received: string;
}

interface Judged {
  readonly check: string;
  readonly outcome: string;
  readonly findings: readonly { readonly message: string }[];
}

/** Runs the command at a server that answers each request with the same bytes: all scenarios, or those that are given. */
export async function runAt(
  reply: string,
  server: RawServerOptions = { tls },
  options: readonly string[] = [],
  scenarios?: readonly Scenario[],
): Promise<Run> {
  await using workspace = await createWorkspace();
  await using target = await startRawServer(reply, server);
  const url = `https://127.0.0.1:${target.port}/EnrollmentServer/Discovery.svc`;
  const trust = options.includes('--tls-report-only') ? [] : ['--ca', await workspace.write('ca.pem', identity.caPem)];
  return { ...(await runIn(workspace, url, [...trust, ...options], scenarios)), received: target.received() };
}

export async function runIn(
  workspace: Workspace,
  url: string,
  options: readonly string[],
  scenarios?: readonly Scenario[],
): Promise<Run> {
  const at = ['--email', 'user@contoso.example', '--out', workspace.at('out'), '--format', 'json'];
  const args = ['run', url, ...at, ...options];
  const called = await call(args, { MDE_PASSWORD: password }, scenarios);
  const results = JSON.parse(await workspace.read('out/results.json')) as Run['results'];
  return { ...called, results, received: '' };
}

export function failed({ results }: Run): string[] {
  return results.judgements.filter(({ outcome }) => outcome === 'failed').map(({ check }) => check);
}

/** No stack trace, no secret, and nothing that is not for people. */
export function expectDecent({ out, err }: Called): void {
  for (const text of [out, err]) {
    expect(text).not.toMatch(/\n\s+at /);
    expect(text).not.toContain(password);
    expect(text).not.toMatch(/\bundefined\b|\[object /);
  }
}

export const answer = (status: string, type: string, body: string): string =>
  `HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`;
