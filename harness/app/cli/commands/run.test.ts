import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { startRawServer } from '../../../wire/testing/raw-server.ts';
import { fewScenarios } from '../testing/few-scenarios.ts';
import { call } from '../testing/io.ts';
import { createWorkspace } from '../testing/workspace.ts';
import type { Workspace } from '../testing/workspace.ts';

/** Milliseconds; a run takes a fraction of a second where nothing else does. */
const timeout = 180_000;

const env = { MDE_PASSWORD: 'correct horse' };
const written = ['junit.xml', 'manifest.json', 'report.html', 'results.json', 'session.har'];

/** A target that closes each plain connection: enough for what happens before and after. */
async function startTarget(): ReturnType<typeof startRawServer> {
  return await startRawServer('');
}

const at = (workspace: Workspace, url: string): string[] => [
  ...['run', url, '--email', 'user@contoso.example'],
  ...['--out', workspace.at('report')],
];

describe('run without a target', { timeout }, () => {
  test('enrolls at the embedded reference server and writes every report', async () => {
    await using workspace = await createWorkspace();
    const { code, out, err } = await call(['run', '--out', workspace.at('report')], {}, fewScenarios);
    const results = JSON.parse(await workspace.read('report/results.json')) as Record<string, unknown>;
    expect([0, 1, 3]).toContain(code);
    expect(results).toMatchObject({ exitCode: code, run: { mode: 'live' } });
    expect([...(await workspace.files()).keys()].sort()).toEqual(written.map((name) => `report/${name}`));
    expect(out).toContain(`Exit code ${code}`);
    expect(err).toMatch(/^\[1\/\d+\] /);
  });

  test('prints the results document alone with --json', async () => {
    await using workspace = await createWorkspace();
    const { out, err } = await call(['run', '--json', '--out', workspace.at('report')], {}, fewScenarios);
    expect(err).toBe('');
    expect(out).toBe(await workspace.read('report/results.json'));
    expect(JSON.parse(out)).toMatchObject({ schemaVersion: 1 });
  });

  test.each(['--check', '--suite'])('judges nothing where %s names nothing', async (option) => {
    const { code, err } = await call(['run', option, ' , ']);
    expect({ code, err }).toEqual({
      code: 2,
      err: `mde-conformance: ${option} names nothing; leave it out to judge all\n`,
    });
  });

  test('judges only what --check leaves, and says so', async () => {
    await using workspace = await createWorkspace();
    const args = ['run', '--json', '--check', 'discovery/answer', '--out', workspace.at('report')];
    const { out } = await call(args, {}, fewScenarios);
    const results = JSON.parse(out) as { judgements: { check: string }[]; because: string };
    expect(results.judgements.map(({ check }) => check)).toEqual(['discovery/answer']);
    expect(results.because).toMatch(/\(limited to check=discovery\/answer, on 1 of \d+ scenarios; nothing else/);
  });
});

describe('the output folder', { timeout }, () => {
  test('of an earlier run is replaced, and unknown files in it stay', async () => {
    await using workspace = await createWorkspace();
    await using target = await startTarget();
    const args = at(workspace, target.url);
    await call(args, env);
    const before = await workspace.read('report/results.json');
    await workspace.write('report/notes.txt', 'mine');
    const { code } = await call(args, env);
    expect(code).toBe(4);
    expect(await workspace.read('report/results.json')).not.toBe(before);
    expect(await workspace.read('report/notes.txt')).toBe('mine');
  });

  test('in which a file was changed ends a run before anything is sent, and nothing is overwritten', async () => {
    await using workspace = await createWorkspace();
    await using target = await startTarget();
    const args = at(workspace, target.url);
    await call(args, env);
    await workspace.write('report/report.html', 'my notes');
    const before = await workspace.digests();
    const received = target.received();
    const { code, out, err } = await call(args, env);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^mde-conformance: .*report\.html was changed after the run that wrote it.*--out\.\n$/);
    expect(target.received()).toBe(received);
    expect(await workspace.digests()).toEqual(before);
  });

  test('with a report that no manifest lists is left alone', async () => {
    await using workspace = await createWorkspace();
    await using target = await startTarget();
    await call(at(workspace, target.url), env);
    await rm(workspace.at('report/manifest.json'));
    const { code, err } = await call(at(workspace, target.url), env);
    expect(code).toBe(2);
    expect(err).toMatch(/exists, but no manifest lists it/);
  });

  test('that is taken while the run goes on keeps nobody from what was found out', async () => {
    await using workspace = await createWorkspace();
    const target = createServer((socket) => {
      writeFileSync(workspace.at('report/report.html'), 'my notes');
      socket.on('error', () => undefined).end();
    }).listen(0, '127.0.0.1');
    await once(target, 'listening');
    const { port } = target.address() as AddressInfo;
    const { code, out, err } = await call(at(workspace, `http://127.0.0.1:${port}`), env);
    target.close();
    expect(code).toBe(2);
    expect(err).toMatch(/report\.html exists, but no manifest lists it/);
    expect(out).toContain('Exit code 2: ');
    expect(out).toContain('the target did not answer');
    expect(out).not.toContain('Report: ');
    expect(await workspace.read('report/report.html')).toBe('my notes');
  });

  test.each([
    ['is a file', 'file', /file is not a folder\. Name another one with --out\./],
    ['is below a file', 'file/report', /cannot be reached \(ENOTDIR\)/],
  ])('that %s is refused before anything is sent', async (_, out, message) => {
    await using workspace = await createWorkspace();
    await using target = await startTarget();
    await workspace.write('file', '');
    const args = [...at(workspace, target.url), '--out', workspace.at(out)];
    const { code, err } = await call(args, env);
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(target.received()).toBe('');
  });

  test.skipIf(process.platform !== 'linux')('that cannot be made is refused', async () => {
    const { code, err } = await call(['run', '--out', '/proc/report/of/a/run']);
    expect(code).toBe(2);
    expect(err).toMatch(/^mde-conformance: .* cannot be created \(ENOENT\)\. Name another folder with --out\.\n$/);
  });
});

describe('a target that is described wrongly is refused with what is allowed', { timeout }, () => {
  const secret = 'hunter2-hunter2';

  test.each([
    [['https://localhost'], /no user; give --email/],
    [['https://localhost', '--email', 'nobody'], /--email "nobody" is not an e-mail address/],
    [['nonsense'], /"nonsense" is not a target; expected a discovery URL/],
    [['ftp://localhost', '--email', 'a@b.example'], /only https: is allowed, and http: on loopback/],
    [['https://', '--email', 'a@b.example'], /is not a URL; expected https:/],
    [[`https://user:${secret}@localhost`], /must not carry a user name or password/],
    [['missing.yaml'], /the target file "missing\.yaml" does not exist; expected a discovery URL/],
    [['https://localhost', '--email', 'a@b.example', '--ca', 'missing.pem'], /--ca: cannot read "missing\.pem"/],
    [['https://localhost', '--email', 'a@b.example', '--device-trust', 'missing.pem'], /--device-trust: cannot read/],
    [['https://localhost', '--email', 'a@b.example', '--password-file', 'missing'], /--password-file: cannot read/],
  ])('%j', async (args, message) => {
    await using workspace = await createWorkspace();
    const { code, out, err } = await call(['run', ...args, '--out', workspace.at('report')], { MDE_PASSWORD: secret });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
    expect(err).not.toContain(secret);
    expect(existsSync(workspace.at('report'))).toBe(false);
  });

  test('without a password', async () => {
    await using workspace = await createWorkspace();
    const { code, err } = await call(at(workspace, 'https://localhost'));
    expect(code).toBe(2);
    expect(err).toMatch(
      /no password: the environment variable MDE_PASSWORD is not set; set it, or give --password-file/,
    );
  });

  test.each([
    ['ca.pem', 'no certificate at all', '--ca', /holds no certificate; expected PEM/],
    ['password', '', '--password-file', /is empty/],
    ['password', 'bell\u0007', '--password-file', /a character that no message can carry/],
  ])('with a %s that holds "%s"', async (name, content, option, message) => {
    await using workspace = await createWorkspace();
    const file = await workspace.write(name, content);
    const { code, err } = await call([...at(workspace, 'https://localhost'), option, file], env);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  test.each([
    ['url: [', /target\.yaml:\d+:\d+: /],
    ['just text', /target\.yaml: expected fields such as "url" and "email"/],
    ['url: https://localhost\nemial: a@b.example\n', /target\.yaml:2:1: unknown field "emial"; did you mean "email"\?/],
    ['url: https://localhost\nemail: a@b.example\npassword: hunter2\n', /target\.yaml:3:1: "password" does not belong/],
    [
      'url: https://localhost\nemail: a@b.example\nauth: entra\n',
      /"auth" is entra, which needs "entra" in a target file/,
    ],
  ])('by the target file %j', async (content, message) => {
    await using workspace = await createWorkspace();
    const file = await workspace.write('target.yaml', content);
    const { code, out, err } = await call(['run', file, '--out', workspace.at('report')], env);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
    expect(err).not.toContain('hunter2');
  });

  test('by trust in the environment that cannot be read', async () => {
    await using workspace = await createWorkspace();
    const before = process.env['SSL_CERT_FILE'];
    process.env['SSL_CERT_FILE'] = workspace.at('missing.pem');
    try {
      const { code, err } = await call(at(workspace, 'https://localhost'), env);
      expect(code).toBe(2);
      expect(err).toMatch(/SSL_CERT_FILE names .*missing\.pem, which cannot be read \(ENOENT\)/);
    } finally {
      if (before === undefined) delete process.env['SSL_CERT_FILE'];
      else process.env['SSL_CERT_FILE'] = before;
    }
  });
});
