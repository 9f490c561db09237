import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import type { HttpRequest, HttpResponse } from '../../../wire/exchange/exchange.ts';
import { createLiveTransport } from '../../../wire/transport/live-transport.ts';
import { main } from '../main.ts';
import { call, keptIo } from './io.ts';
import type { Called } from './io.ts';

/** What `serve --json` prints once it listens. */
export interface Announced {
  readonly url: string;
  readonly email: string;
  readonly passwordFile: string;
  readonly ca: string;
  /** With `--plain-port` only. */
  readonly plainHttp?: string;
  /** With `--auth certificate` only. */
  readonly certificate?: { readonly certFile: string; readonly keyFile: string };
  /** With `--auth entra` only. */
  readonly termsOfUse?: string;
}

/** Serves while `use` works with what was announced, and with what stands on standard error so far; the server's exit code. */
export async function whileServing(
  args: readonly string[],
  use: (announced: Announced, err: () => string) => Promise<void>,
): Promise<number> {
  const { io, out, err, interrupt, spoken } = keptIo();
  const served = main(['serve', '--json', ...args], io);
  await Promise.race([spoken, served]);
  try {
    expect(out()).toMatch(/^\{.*\}\n$/);
    await use(JSON.parse(out()) as Announced, err);
  } finally {
    interrupt();
  }
  return await served;
}

/** Runs at a server that announced itself, with the results document only. */
export function runAt(
  { url, email, passwordFile, ca }: Announced,
  out: string,
  ...options: readonly string[]
): Promise<Called> {
  const args = ['--email', email, '--password-file', passwordFile, '--ca', ca, '--out', out, '--format', 'json'];
  return call(['run', url, ...args, ...options]);
}

/** Sends a request of a test to the same path of a server that announced itself, with the Host and Content-Length that it needs. */
export async function sendTo({ url, ca }: Announced, request: HttpRequest): Promise<HttpResponse> {
  const { origin, host } = new URL(url);
  const { pathname, search } = new URL(request.url);
  const answer = await createLiveTransport({ ca: [await readFile(ca, 'utf8')], timeoutMs: 20_000 })({
    ...request,
    url: `${origin}${pathname}${search}`,
    headers: [['Host', host], ...request.headers, ['Content-Length', String(request.body.length)]],
  });
  if (answer.kind !== 'answered') throw new Error(answer.message);
  return answer.response;
}
