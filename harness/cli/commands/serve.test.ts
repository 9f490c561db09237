import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { main } from '../main.ts';
import { call, keptIo } from '../testing/io.ts';
import { createWorkspace } from '../testing/workspace.ts';

interface Announced {
  readonly url: string;
  readonly email: string;
  readonly passwordFile: string;
  readonly ca: string;
}

/** Serves while `use` works with what was announced; the server's exit code. */
async function whileServing(args: readonly string[], use: (announced: Announced) => Promise<void>): Promise<number> {
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

async function runAt({ url, email, passwordFile, ca }: Announced, out: string): Promise<number> {
  const args = ['--email', email, '--password-file', passwordFile, '--ca', ca, '--out', out, '--format', 'json'];
  return (await call(['run', url, ...args])).code;
}

describe('serve', () => {
  test('announces one line of JSON with which a client can enroll, and cleans up', async () => {
    await using workspace = await createWorkspace();
    let passwordFile = '';
    const code = await whileServing([], async (announced) => {
      passwordFile = announced.passwordFile;
      expect(Object.keys(announced)).toEqual(['url', 'email', 'passwordFile', 'ca']);
      expect(await readFile(announced.ca, 'utf8')).toMatch(/^-----BEGIN CERTIFICATE-----/);
      expect(await runAt(announced, workspace.at('out'))).not.toBe(4);
    });
    expect(code).toBe(0);
    expect(existsSync(passwordFile)).toBe(false);
  });

  test('is wrong in the way that --defect names', async () => {
    await using workspace = await createWorkspace();
    await whileServing(['--defect', 'transport/discover-unchunked'], async (announced) => {
      expect(await runAt(announced, workspace.at('out'))).toBe(1);
    });
    const results = JSON.parse(await workspace.read('out/results.json')) as { judgements: Record<string, unknown>[] };
    const judgement = results.judgements.find(({ check }) => check === 'transport/discover-unchunked');
    expect(judgement).toMatchObject({ outcome: 'failed' });
  });

  test('writes its root where --ca-out says, and leaves it there', async () => {
    await using workspace = await createWorkspace();
    await whileServing(['--ca-out', workspace.at('root.pem')], ({ ca }) => {
      expect(ca).toBe(workspace.at('root.pem'));
      return Promise.resolve();
    });
    expect(await workspace.read('root.pem')).toContain('BEGIN CERTIFICATE');
  });

  test('refuses a port that is taken', async () => {
    await whileServing([], async ({ url }) => {
      const { port } = new URL(url);
      const { code, out, err } = await call(['serve', '--port', port]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toBe(`mde-conformance: --port ${port}: cannot listen there (EADDRINUSE)\n`);
    });
  });

  test('never overwrites a file with its root', async () => {
    await using workspace = await createWorkspace();
    const file = await workspace.write('root.pem', 'mine');
    const { code, err } = await call(['serve', '--ca-out', file]);
    expect(code).toBe(2);
    expect(err).toMatch(/--ca-out: ".*root\.pem" exists already; name a new file/);
    expect(await workspace.read('root.pem')).toBe('mine');
  });

  test('tells people how to enroll, without printing the password', async () => {
    const { io, out, interrupt, spoken } = keptIo();
    const served = main(['serve'], io);
    await spoken;
    const [, passwordFile = ''] = /password {2}in (.*)\n/.exec(out()) ?? [];
    expect(out()).toContain(`--password-file ${passwordFile} --ca `);
    expect(out()).not.toContain(await readFile(passwordFile, 'utf8'));
    interrupt();
    expect(await served).toBe(0);
  });
});
