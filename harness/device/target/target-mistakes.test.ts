import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { resolveTarget } from './target.ts';
import { TargetError } from './target-error.ts';
import { readTargetFile } from './target-file.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'target-mistakes-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, text: string | Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

function problemOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof TargetError) return error.message.replaceAll(`${folder}${path.sep}`, '');
    throw error;
  }
  return 'no problem';
}

const head = 'url: https://mdm.example\nemail: user@contoso.com\n';

describe('a mistake in a target file is named with line, column and what is allowed', () => {
  test.for([
    ['cleanup: "yes"', 't.yaml:3:10: "cleanup" must be true or false'],
    ['certificateHeader: a b', 't.yaml:3:20: "certificateHeader" must be the name of a header field'],
    [
      'entra:\n  issuer: { tennant: x }',
      't.yaml:4:13: unknown field "tennant" in "entra.issuer"; did you mean "tenant"?',
    ],
    ['entra:\n  isuer: {}', 't.yaml:4:3: unknown field "isuer" in "entra"; did you mean "issuer"?'],
    [
      'states:\n  license:\n    http: { method: PUT, urll: x }',
      't.yaml:5:26: unknown field "urll" in "states.license.http"; did you mean "url"?',
    ],
    ['"email": second@contoso.com', 't.yaml:3:1: Map keys must be unique; "email" stands here for the second time'],
    ['states:\n\tlicense: {}', 't.yaml:4:1: a tab is not allowed as indentation; use spaces'],
    ['---\nurl: x', 't.yaml:3:1: a target file is one document; for several targets, name them below "targets"'],
    [
      'signIn: { form: { password: hunter2 } }',
      't.yaml:3:29: "signIn.form.password" must be { env: MDE_PASSWORD } or { file: password.txt }, never the secret itself',
    ],
    ['signIn: { token: hunter2 }', 't.yaml:3:18: "signIn.token" must be { env: MDE_TOKEN }'],
    ['programmatic: { token: hunter2, emailAddress: a }', 't.yaml:3:24: "programmatic" must hold token: { env:'],
    ['passwordEnv: hunter2', 't.yaml:3:14: "passwordEnv" must be the name of an environment variable in capitals'],
  ])('%j', ([lines = '', message = '']) => {
    const problem = problemOf(() => readTargetFile(write('t.yaml', `${head}${lines}\n`)));
    expect(problem).toContain(message);
    expect(problem).not.toContain('hunter2');
  });

  test('a byte order mark and line ends of Windows change nothing, and lines count the same', () => {
    const text = `\uFEFF${head}ca: 7\n`.replaceAll('\n', '\r\n');
    expect(problemOf(() => readTargetFile(write('t.yaml', text)))).toBe(
      't.yaml:3:5: "ca" must be the path of a PEM file',
    );
    expect(readTargetFile(write('t.json', `\uFEFF{"url":"contoso.com",\r\n"email":"a@b.example"}`))).toMatchObject({
      url: 'contoso.com',
    });
  });

  test.for([
    ['', /^t\.yaml is empty; expected fields such as "url"/],
    ['\uFEFF \n', /^t\.yaml is empty; expected fields such as "url"/],
    ['# only a comment\n', /^t\.yaml: expected fields such as "url"/],
    ['- url\n- email\n', /^t\.yaml: expected fields such as "url"/],
    ['{"url": "contoso.com",}}', /^t\.yaml:1:24: /],
  ] as const)('%j', ([text, message]) => {
    expect(problemOf(() => readTargetFile(write('t.yaml', text)))).toMatch(message);
  });

  test('UTF-16, as tools of Windows save it', () => {
    expect(problemOf(() => readTargetFile(write('t.yaml', Buffer.from(`\uFEFF${head}`, 'utf16le'))))).toBe(
      't.yaml is UTF-16 text; save it as UTF-8',
    );
  });

  test.for([
    ['{ "log": { "version": "1.2", "entries": [] } }', 'is a recording, not a target; judge it with: audit'],
    ['{ "schemaVersion": 4, "judgements": [] }', 'is the results of a run, not a target'],
  ])('another file by mistake: %s', ([text = '', message = '']) => {
    expect(problemOf(() => resolveTarget(write('other.json', text), {}, {}))).toContain(message);
  });

  test('aliases that grow without end', () => {
    const level = (name: string, of: string) => `${name}: &${name} { <<: [${Array(9).fill(of).join(', ')}] }\n`;
    const bomb = `a: &a { x: 1 }\n${['*a', '*b', '*c', '*d', '*e'].map((of, index) => level('bcdef'.charAt(index), of)).join('')}`;
    expect(problemOf(() => readTargetFile(write('bomb.yaml', bomb)))).not.toBe('no problem');
  });
});

const shared = [
  'defaults: &all',
  '  email: user@contoso.com',
  '  capabilities: [renewal]',
  'targets:',
  '  staging: { url: https://staging.example, capabilities: [] }',
  '  production: { url: https://mdm.example, ca: 7 }',
  '  merged:',
  '    <<: *all',
  '    url: https://merged.example',
  '',
].join('\n');

describe('several targets in a file', () => {
  const read = (name?: string, text = shared) => readTargetFile(write('many.yaml', text), name);

  test('share the defaults, and replace them as a whole', () => {
    expect(read('staging')).toEqual({
      url: 'https://staging.example',
      email: 'user@contoso.com',
      capabilities: [],
      folder,
    });
    expect(read('merged')).toMatchObject({ email: 'user@contoso.com', capabilities: ['renewal'] });
  });

  test('are chosen by name, in JSON as well', () => {
    const targets = { a: { url: 'https://a.example' }, b: { url: 'https://b.example' } };
    const file = write(
      'many.json',
      JSON.stringify({ $schema: './x.json', defaults: { email: 'a@b.example' }, targets }),
    );
    expect(resolveTarget(file, { target: 'b' }, { MDE_PASSWORD: 'x' }).url).toBe(
      'https://b.example/EnrollmentServer/Discovery.svc',
    );
    const one = write('one.json', JSON.stringify({ targets: { a: { url: 'contoso.com', email: 'a@b.example' } } }));
    expect(readTargetFile(one).url).toBe('contoso.com');
  });

  test.for([
    [undefined, 'many.yaml describes several targets; choose one with --target: staging, production, merged'],
    ['stagign', '--target "stagign": many.yaml has no such target; did you mean "staging"?'],
    ['x', '--target "x": many.yaml has no such target; it has staging, production, merged'],
    ['production', 'many.yaml:6:47: target "production": "ca" must be the path of a PEM file'],
  ] as const)('%s: %s', ([name, message]) => {
    expect(problemOf(() => read(name))).toBe(message);
  });

  test.for([
    ['targets: {}', 'many.yaml:1:10: "targets" must hold targets by name'],
    ['targets: [a]', 'many.yaml:1:10: "targets" must hold targets by name'],
    ['targets: { a: b }', 'many.yaml:1:15: "targets.a" must hold fields such as "url"'],
    ['targets: { "a b": {} }', 'many.yaml:1:12: the name of a target has letters, digits'],
    ['targets: { a: {} }\nurl: x', 'many.yaml:2:1: unknown field "url" beside "targets"; what all targets share'],
    ['targets: { a: {} }\ndefaults: x', 'many.yaml:2:11: "defaults" must hold fields of targets'],
    ['targets: { a: {} }\ndefaults: { emial: x }', 'many.yaml:2:13: target "a": unknown field "emial"; did you mean'],
    ['targets: { a: { url: x } }', 'many.yaml:1:15: target "a": "email" is missing'],
  ])('%j is refused: %s', ([text = '', message = '']) => {
    expect(problemOf(() => read(undefined, text))).toContain(message);
  });

  test('--target needs such a file', () => {
    expect(problemOf(() => readTargetFile(write('t.yaml', head), 'a'))).toContain('t.yaml describes one target');
    expect(problemOf(() => resolveTarget('contoso.com', { target: 'a' }, {}))).toBe(
      '--target "a" chooses a target of a target file; name the file, too',
    );
  });
});
