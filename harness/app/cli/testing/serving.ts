import { expect } from 'vitest';
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
}

/** Serves while `use` works with what was announced; the server's exit code. */
export async function whileServing(
  args: readonly string[],
  use: (announced: Announced) => Promise<void>,
): Promise<number> {
  const { io, out, interrupt, spoken } = keptIo();
  const served = main(['serve', '--json', ...args], io);
  await Promise.race([spoken, served]);
  try {
    expect(out()).toMatch(/^\{.*\}\n$/);
    await use(JSON.parse(out()) as Announced);
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
