import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSecretRegister } from '../../wire/redaction/secret-register.ts';
import { resolveTarget } from './target.ts';
import { TargetError } from './target-error.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'target-states-'));
  writeFileSync(path.join(folder, 'cap.txt'), 'cap secret\n');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const env = { MDE_PASSWORD: 'correct horse', BLOCKED_PASSWORD: 'blocked secret' };

/** The states of a target file with these lines below `states`. */
function statesOf(lines: string, variables: Readonly<Record<string, string>> = env, credentials?: 'optional') {
  const file = path.join(folder, 'target.yaml');
  const indented = lines.replaceAll(/^/gm, '  ');
  writeFileSync(file, `url: https://mdm.example\nemail: user@contoso.com\nstates:\n${indented}\n`);
  return resolveTarget(file, credentials ? { credentials } : {}, variables).states;
}

function problemsOf(lines: string, variables = {}): string {
  try {
    statesOf(lines, { MDE_PASSWORD: 'correct horse', ...variables });
  } catch (error) {
    if (error instanceof TargetError)
      return error.message.replaceAll(`${folder}${path.sep}`, '').replaceAll(/(ya?ml:\d+):\d+/g, '$1');
    throw error;
  }
  return 'no problem';
}

test('the states of a target file are read with what they refer to', () => {
  const states = statesOf(
    [
      'authorization: { user: { email: blocked@contoso.com, passwordEnv: BLOCKED_PASSWORD } }',
      'device-cap: { user: { email: cap@contoso.com, passwordFile: cap.txt } }',
      'maintenance:',
      '  http: { method: PUT, url: https://admin.contoso.com/m, body: "on", undo: { method: DELETE, url: https://admin.contoso.com/m } }',
      'ca-down: { command: [./stop-ca, --now], undo: [./start-ca] }',
      'license: { prompt: Take the license away }',
    ].join('\n'),
  );
  expect(JSON.parse(JSON.stringify(states))).toEqual({
    authorization: { by: 'user', email: 'blocked@contoso.com', password: '[secret: password]' },
    'device-cap': { by: 'user', email: 'cap@contoso.com', password: '[secret: password]' },
    maintenance: {
      by: 'http',
      request: { method: 'PUT', url: 'https://admin.contoso.com/m', body: 'on' },
      undo: { method: 'DELETE', url: 'https://admin.contoso.com/m' },
    },
    'ca-down': { by: 'command', command: ['./stop-ca', '--now'], undo: ['./start-ca'], folder },
    license: { by: 'prompt', text: 'Take the license away' },
  });
  expect(createSecretRegister({ states }).known()).toEqual([
    { kind: 'password', value: 'blocked secret' },
    { kind: 'password', value: 'cap secret' },
  ]);
});

test('where passwords may be missing, those of states may be too', () => {
  const states = statesOf(
    'license: { user: { email: a@b.example, passwordEnv: NOT_SET } }\ndevice-cap: { user: { email: c@d.example, passwordFile: missing } }',
    {},
    'optional',
  );
  expect(states).toEqual({
    license: { by: 'user', email: 'a@b.example' },
    'device-cap': { by: 'user', email: 'c@d.example' },
  });
});

describe('what is wrong with states is said with the line, the place and what is allowed', () => {
  test.for([
    ['licence: { prompt: x }', ':4: unknown field "licence" in "states"; did you mean "license"?'],
    ['zzz: { prompt: x }', ':4: unknown field "zzz" in "states"; allowed are authorization, device-cap,'],
    ['not-eligible-to-renw: { prompt: x }', 'in "states"; did you mean "not-eligible-to-renew"?'],
    ['second-user: { user: { email: a@b.example } }', ':4: "states.second-user.user" has no password'],
    ['renewal-due: yes', ':4: "states.renewal-due" must name the prepared user'],
    ['license: yes', ':4: "states.license" must say how to bring the state about, with one of user, http,'],
    [
      'license: {}',
      ':4: "states.license" does not say how to bring the state about; give one of user, http, command and',
    ],
    ['license: { prompt: x, command: [y] }', ':4: "states.license" names several ways to bring the state about'],
    ['license: { promt: x }', ':4: unknown field "promt" in "states.license"; did you mean "prompt"?'],
    ['license: { prompt: x, undo: [y] }', ':4: "states.license": "undo" belongs beside "command"'],
    ['license: { prompt: 7 }', ':4: "states.license.prompt" must be the text that the person'],
    [
      'license:\n  command: ls -l',
      ':5: "states.license.command" must be a list of texts: the program and its arguments',
    ],
    ['license: { command: [sleep, 5] }', ':4: "states.license.command.1" must be a list of texts'],
    ['license: { command: [""] }', '"states.license.command" names no program'],
    ['license: { user: x }', ':4: "states.license.user" must be a user with "email"'],
    ['license: { user: { passwordEnv: P } }', ':4: "states.license.user" needs "email"'],
    ['license: { user: { email: x, passwordEnv: P } }', ':4: "states.license.user.email" must be an e-mail address'],
    ['license: { user: { email: a@b.example } }', ':4: "states.license.user" has no password'],
    [
      'license: { user: { email: a@b.example, passwordEnv: P, passwordFile: f } }',
      ':4: "states.license.user": "passwordEnv" and "passwordFile" exclude each other',
    ],
    [
      'license:\n  user:\n    email: a@b.example\n    password: hunter2',
      ':7: "states.license.user.password" does not belong in a target file',
    ],
    [
      'license: { user: { email: a@b.example, passwordEnv: hunter2 } }',
      '.passwordEnv" must be the name of an environment',
    ],
    ['license: { user: { email: a@b.example, passwordEnv: NOT_SET } }', 'the environment variable NOT_SET is not set'],
    ['license: { user: { email: a@b.example, passwordFile: missing } }', 'cannot read the file (ENOENT)'],
    ['license: { http: { url: https://a.example } }', ':4: "states.license.http" needs "method"'],
    ['license: { http: { method: put, url: https://a.example } }', 'must be an HTTP method in capitals, such as PUT'],
    [
      'license: { http: { method: PUT, url: http://a.example } }',
      '"states.license.http.url" must be a URL with https:, or',
    ],
    ['license: { http: { method: PUT, url: nonsense } }', '"states.license.http.url" must be a URL with https:'],
    ['license: { http: { method: PUT, url: https://u:hunter2@a.example } }', 'must not carry a user name or password'],
    [
      'license: { http: { method: PUT, url: https://a.example, undo: { method: PUT, url: ftp://a.example } } }',
      '"states.license.http.undo.url" must be a URL with https:',
    ],
    [
      'license: { http: { method: PUT, url: https://a.example, undo: [x] } }',
      ':4: "states.license.http.undo" must be a call with "method" and "url"',
    ],
  ])('%j: %s', ([lines = '', message = '']) => {
    const problem = problemsOf(lines);
    expect(problem).toContain(message);
    expect(problem).not.toContain('hunter2');
    expect(problem.split('\n')).toHaveLength(1);
  });
});

test('what only a prepared user brings about has no other way', () => {
  expect(problemsOf('second-user: { prompt: x }').split('\n')).toEqual([
    expect.stringContaining('"states.second-user" needs "user"') as string,
    expect.stringContaining('unknown field "prompt" in "states.second-user"; allowed are user') as string,
  ]);
});
