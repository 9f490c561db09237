import { mkdir } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { readTargetFile } from '../../../device/target/target-file.ts';
import { startReferenceServer } from '../../../reference-server/mount/start.ts';
import { schemaAddress } from '../../init/target-text.ts';
import { main } from '../main.ts';
import { call, keptIo } from '../testing/io.ts';
import type { Called } from '../testing/io.ts';
import { expectDecent, timeout } from '../testing/run-at.ts';
import { createWorkspace } from '../testing/workspace.ts';

const url = 'https://mdm.example/EnrollmentServer/Discovery.svc';
const email = 'user@contoso.example';
const offline = ['--no-try', '--email', email, '--url', url];

/** Answers each question, found by its words, with the keys of a person at a terminal. */
async function interview(
  args: readonly string[],
  answers: readonly (readonly [question: string, keys: string])[],
): Promise<Called> {
  const { io, out, err } = keptIo({});
  const input = new PassThrough();
  const output = new PassThrough();
  // A terminal stays open when a question has been answered.
  output.end = () => output;
  const waiting = [...answers];
  let shown = '';
  output.on('data', (piece: Buffer) => {
    shown += piece.toString('utf8');
    const [next] = waiting;
    if (!next || !shown.includes(next[0])) return;
    waiting.shift();
    shown = '';
    // The prompt listens only when it has been drawn.
    setImmediate(() => input.write(next[1]));
  });
  const code = await main(['init', ...args], { ...io, terminal: { input, output } });
  expect(waiting).toEqual([]);
  return { code, out: out(), err: err() };
}

describe('without a terminal', { timeout }, () => {
  test('names what is missing', async () => {
    await using workspace = await createWorkspace();
    const file = workspace.at('target.yaml');
    const none = await call(['init', file]);
    expect([none.code, none.err]).toEqual([
      2,
      'mde-conformance: init: there is no terminal to ask at; give --url and --email\n',
    ]);
    const half = await call(['init', file, '--yes', '--url', url]);
    expect(half.err).toBe('mde-conformance: init: --yes asks nothing; give --email\n');
    expect(await workspace.files()).toEqual(new Map());
  });

  test('writes a file that a run accepts, with references alone', async () => {
    await using workspace = await createWorkspace();
    const file = workspace.at('target.yaml');
    const called = await call(
      ['init', file, ...offline, '--password-env', 'MY_WORD', '--token-file', workspace.at('t.txt')],
      {
        MY_WORD: 'hunter2',
      },
    );
    expect([called.code, called.out]).toEqual([0, `Written: ${file}\nNext:    mde-conformance doctor ${file}\n`]);
    const text = await workspace.read('target.yaml');
    expect(text).toMatch(/^# yaml-language-server: \$schema=file:\/\/\/.*\/schemas\/json\/target\.schema\.json\n/);
    expect(text).not.toContain('hunter2');
    expect(readTargetFile(file)).toEqual({
      folder: workspace.at('.').replace(/\/\.?$/, ''),
      url,
      email,
      passwordEnv: 'MY_WORD',
      signIn: { token: { file: 't.txt' } },
    });
  });

  test('every line that it leaves out is valid once it is taken in', async () => {
    await using workspace = await createWorkspace();
    const file = workspace.at('target.yaml');
    await call(['init', file, ...offline]);
    const text = await workspace.read('target.yaml');
    const whole = text.replaceAll(/^# (?=(?:ca|signIn|certificate|deviceTrust|states|cleanup): )/gm, '');
    expect(whole.split('\n').filter((line) => /^[a-zA-Z]+: /.test(line))).toHaveLength(9);
    expect(Object.keys(readTargetFile(await workspace.write('whole.yaml', whole)))).toHaveLength(10);
  });

  test('replaces no file unasked', async () => {
    await using workspace = await createWorkspace();
    const file = await workspace.write('target.yaml', 'mine');
    const called = await call(['init', file, ...offline]);
    expect([called.code, called.err]).toEqual([2, `mde-conformance: ${file} is there; --force replaces it\n`]);
    expect(await workspace.read('target.yaml')).toBe('mine');
    expect((await call(['init', file, ...offline, '--force'])).code).toBe(0);
    expect(readTargetFile(file).url).toBe(url);
  });

  test('says why a file cannot be written', async () => {
    await using workspace = await createWorkspace();
    await mkdir(workspace.at('target.yaml'));
    const called = await call(['init', workspace.at('target.yaml'), ...offline, '--force']);
    expect([called.code, called.err]).toEqual([
      2,
      `mde-conformance: ${workspace.at('target.yaml')} cannot be written (EISDIR)\n`,
    ]);
  });

  test.each([
    [['x.json'], 'init writes YAML, such as target.yaml'],
    [['gone/target.yaml'], 'does not exist; make it first'],
    [['--password-env', 'hunter2'], 'never the secret itself'],
    [['--password-env', 'A', '--password-file', 'b'], 'exclude each other; keep one'],
    [['--cert-file', 'a.pem'], 'belong together; give both'],
    [['--ca', 'gone.pem'], '--ca: cannot read "gone.pem" (ENOENT)'],
    [['--url', 'http://mdm.example'], 'only https: is allowed'],
    [['--url', 'target.yaml'], '"target.yaml" is a file; give a discovery URL'],
    [['--email', 'nobody'], '"nobody" is not an e-mail address'],
  ] as const)('%j is refused: %s', async (args, message) => {
    await using workspace = await createWorkspace();
    const [first = ''] = args;
    const named = first.startsWith('--')
      ? [workspace.at('target.yaml'), ...offline, ...args]
      : [workspace.at(first), ...offline];
    const called = await call(['init', ...named]);
    expectDecent(called);
    expect(called.code).toBe(2);
    expect(called.err).toContain(message);
    expect(called.err).not.toContain('hunter2');
    expect(await workspace.files()).toEqual(new Map());
  });

  test('tries the server, and says what is wrong there', async () => {
    await using workspace = await createWorkspace();
    await using server = await startReferenceServer({ keys: 'pool' });
    const args = ['--url', server.url, '--email', email];
    const distrusted = await call(['init', workspace.at('a.yaml'), ...args]);
    expect(distrusted.code).toBe(4);
    expect(distrusted.out).toMatch(/✗ TLS [\s\S]*--ca[\s\S]*Written: .*a\.yaml\n.*once the problem above is solved\n$/);
    const ca = await workspace.write('ca.pem', server.caPem);
    const trusted = await call(['init', workspace.at('b.yaml'), ...args, '--ca', ca]);
    expect(trusted.code).toBe(0);
    expect(trusted.out).toMatch(/✓ discovery {7}HTTP 200; the way in is on-premise\n\nWritten/);
    expect(readTargetFile(workspace.at('b.yaml')).ca).toBe('ca.pem');
  });
});

describe('at a terminal', { timeout }, () => {
  test('asks, tries each answer, and offers what the server offers', async () => {
    await using workspace = await createWorkspace();
    await using server = await startReferenceServer({ keys: 'pool', auth: ['on-premise', 'federated', 'certificate'] });
    const ca = await workspace.write('ca.pem', server.caPem);
    const file = workspace.at('target.yaml');
    const called = await interview(
      [file],
      [
        ['Server', 'nonsense\n'],
        ['is not a target', `\u0015${server.url}\n`],
        ['User who enrolls', `${email}\n`],
        ['PEM file of the roots', `${ca}\n`],
        ['Where is the password', '\n'],
        ['Its variable', '\n'],
        ['how does the user get a token', '\n'],
        ['Program and arguments', '\n'],
        ['certificate of the user', '\n'],
      ],
    );
    expectDecent(called);
    expect(called.code).toBe(0);
    expect(called.out).toMatch(/✗ TLS [\s\S]*✓ TLS [\s\S]*the way in is .*\(also .*\)/);
    expect(readTargetFile(file)).toMatchObject({
      url: server.url,
      email,
      ca: 'ca.pem',
      passwordEnv: 'MDE_PASSWORD',
      signIn: { command: ['./print-token'] },
    });
  });

  test('keeps a file that is there, and writes nothing where it is ended', async () => {
    await using workspace = await createWorkspace();
    const file = await workspace.write('target.yaml', 'mine');
    const kept = await interview([file, ...offline], [['replace it', 'n\n']]);
    expect([kept.code, kept.err]).toEqual([2, `mde-conformance: ${file} stays as it is\n`]);
    const ended = await interview([file, ...offline], [['replace it', '\u0003']]);
    expect([ended.code, ended.err]).toEqual([130, 'mde-conformance: ended; nothing was written\n']);
    expect(await workspace.read('target.yaml')).toBe('mine');
  });
});

test('the schema is named by a path that the project shares, or by its address on this machine', () => {
  const schema = '/srv/project/node_modules/mde-conformance/schemas/json/target.schema.json';
  expect(schemaAddress('/srv/project/target.yaml', schema)).toBe(
    './node_modules/mde-conformance/schemas/json/target.schema.json',
  );
  expect(schemaAddress('/srv/project/ci/target.yaml', schema)).toBe(
    '../node_modules/mde-conformance/schemas/json/target.schema.json',
  );
  expect(schemaAddress('/elsewhere/target.yaml', schema)).toBe(`file://${schema}`);
});
