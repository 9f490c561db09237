import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { main } from '../main.ts';
import { call, keptIo } from '../testing/io.ts';
import { runAt, whileServing } from '../testing/serving.ts';
import { createWorkspace } from '../testing/workspace.ts';

/** Milliseconds; a run takes a fraction of a second where nothing else does. */
const timeout = 180_000;

describe('serve', { timeout }, () => {
  test('announces one line of JSON with which a client can enroll, and cleans up', async () => {
    await using workspace = await createWorkspace();
    let passwordFile = '';
    const code = await whileServing([], async (announced) => {
      passwordFile = announced.passwordFile;
      expect(Object.keys(announced)).toEqual(['url', 'email', 'passwordFile', 'ca']);
      expect(await readFile(announced.ca, 'utf8')).toMatch(/^-----BEGIN CERTIFICATE-----/);
      expect((await runAt(announced, workspace.at('out'), '--effects', 'read')).code).not.toBe(4);
    });
    expect(code).toBe(0);
    expect(existsSync(passwordFile)).toBe(false);
  });

  test('is wrong in the way that --defect names', async () => {
    await using workspace = await createWorkspace();
    await whileServing(['--defect', 'transport/discover-unchunked'], async (announced) => {
      expect((await runAt(announced, workspace.at('out'), '--effects', 'read')).code).toBe(1);
    });
    const results = JSON.parse(await workspace.read('out/results.json')) as { judgements: Record<string, unknown>[] };
    const judgement = results.judgements.find(({ check }) => check === 'transport/discover-unchunked');
    expect(judgement).toMatchObject({ outcome: 'failed' });
  });

  test('shows wrong TLS of another host than that of discovery', async () => {
    await using workspace = await createWorkspace();
    await whileServing(['--defect', 'transport/tls-dates:3'], async (announced) => {
      const options = ['--check', 'transport/tls-dates', '--effects', 'read'];
      expect((await runAt(announced, workspace.at('out'), ...options)).code).toBe(1);
    });
    const { judgements } = JSON.parse(await workspace.read('out/results.json')) as { judgements: unknown[] };
    expect(judgements).toMatchObject([{ check: 'transport/tls-dates', outcome: 'failed', findings: { length: 1 } }]);
  });

  test('serves plain HTTP beside TLS where it is told to, and says where', async () => {
    await using workspace = await createWorkspace();
    const defect = ['--plain-port', '0', '--defect', 'transport/plain-discovery'];
    await whileServing(defect, async ({ url, email, passwordFile, ca, plainHttp }) => {
      const target = { url, email, passwordFile, ca, plainHttp };
      const file = await workspace.write('target.json', JSON.stringify(target));
      const options = ['--out', workspace.at('out'), '--format', 'json', '--effects', 'read'];
      await call(['run', file, ...options, '--check', 'transport/plain-discovery']);
    });
    const { judgements } = JSON.parse(await workspace.read('out/results.json')) as { judgements: unknown[] };
    expect(judgements).toMatchObject([{ check: 'transport/plain-discovery', outcome: 'failed' }]);
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
