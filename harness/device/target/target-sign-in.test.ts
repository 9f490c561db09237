import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSecretRegister } from '../../wire/redaction/secret-register.ts';
import { resolveTarget } from './target.ts';
import type { Target } from './target.ts';
import { TargetError } from './target-error.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sign-in-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The target of a file with this `signIn`. */
function resolved(entry: string, environment: Record<string, string> = {}): Target {
  const file = path.join(folder, 'target.yaml');
  writeFileSync(file, `url: https://mdm.example\nemail: user@contoso.com\n${entry}\n`);
  return resolveTarget(file, {}, environment);
}

function problemOf(entry: string): string {
  try {
    resolved(entry);
  } catch (error) {
    if (error instanceof TargetError)
      return error.message.replaceAll(`${folder}${path.sep}`, '').replaceAll(/(ya?ml:\d+):\d+/g, '$1');
    throw error;
  }
  return 'no problem';
}

test('a form has its secrets read, and needs no password besides', () => {
  const target = resolved('signIn: { form: { username: user, password: { env: MDE_SIGN_IN } } }', {
    MDE_SIGN_IN: 'hunter2 hunter2',
  });
  expect(target.signIn).toMatchObject({ by: 'form', fields: { username: 'user' } });
  expect(target.password).toBeUndefined();
  expect(createSecretRegister(target).known()).toEqual([{ kind: 'password', value: 'hunter2 hunter2' }]);
});

test('an agent has its token read', () => {
  const entry = 'passwordEnv: P\nprogrammatic: { token: { env: MDE_AGENT }, emailAddress: agent }';
  const target = resolved(entry, { P: 'hunter2 hunter2', MDE_AGENT: 'the node key' });
  expect(target.programmatic?.emailAddress).toBe('agent');
  expect(createSecretRegister(target).known()).toContainEqual({ kind: 'token', value: 'the node key' });
});

test('a token in a file is a secret', () => {
  writeFileSync(path.join(folder, 'token.txt'), 'the token\n');
  const target = resolved('signIn: { token: { file: token.txt } }');
  expect(createSecretRegister(target).known()).toEqual([{ kind: 'token', value: 'the token' }]);
});

test('the script of a browser has its secrets read', () => {
  const script = '[{ fill: "#user", with: user }, { fill: "#word", with: { env: MDE_SIGN_IN } }, { click: "#go" }]';
  const target = resolved(`signIn: { browser: { executable: bin/edge, script: ${script} } }`, {
    MDE_SIGN_IN: 'hunter2 hunter2',
  });
  expect(target.signIn).toMatchObject({
    by: 'browser',
    executable: path.join(folder, 'bin', 'edge'),
    script: [{ fill: '#user', with: 'user' }, { fill: '#word' }, { click: '#go' }],
  });
  expect(createSecretRegister(target).known()).toEqual([{ kind: 'password', value: 'hunter2 hunter2' }]);
  expect(resolved('signIn: { browser: {} }').signIn).toEqual({ by: 'browser' });
});

test('a command runs in the folder of the file', () => {
  expect(resolved('signIn: { command: [./print-token, --now] }').signIn).toEqual({
    by: 'command',
    command: ['./print-token', '--now'],
    folder,
  });
});

test('other tokens come from variables, files and commands', () => {
  writeFileSync(path.join(folder, 'old.txt'), 'the old token\n');
  const tokens =
    '{ expired: { file: old.txt }, otherAudience: { env: MDE_OTHER }, large: { command: [./print-token, --large] } }';
  const target = resolved(`signIn: { token: { env: MDE_TOKEN }, tokens: ${tokens} }`, {
    MDE_TOKEN: 'the token',
    MDE_OTHER: 'the other token',
  });
  expect(target.tokens?.large).toEqual({ by: 'command', command: ['./print-token', '--large'], folder });
  expect(
    createSecretRegister(target)
      .known()
      .map(({ kind, value }) => `${kind} ${value}`),
  ).toEqual(['token the token', 'token the old token', 'token the other token']);
});

test('a prepared user may have a sign-in, with a password and without', () => {
  const signIn = 'signIn: { form: { username: cap, password: { env: MDE_CAP } } }';
  const { states } = resolved(
    `signIn: { token: { env: MDE_CAP } }\nstates:\n  device-cap: { user: { email: cap@contoso.com, ${signIn} } }\n` +
      `  license: { user: { email: no@contoso.com, passwordEnv: MDE_CAP, signIn: { command: [./print-token] } } }`,
    { MDE_CAP: 'the cap secret' },
  );
  expect(JSON.parse(JSON.stringify(states))).toEqual({
    'device-cap': {
      by: 'user',
      email: 'cap@contoso.com',
      signIn: { by: 'form', fields: { username: 'cap', password: '[secret: password]' } },
    },
    license: {
      by: 'user',
      email: 'no@contoso.com',
      password: '[secret: password]',
      signIn: { by: 'command', command: ['./print-token'], folder },
    },
  });
});

const ofUser = (signIn: string): string =>
  `auth: federated\nstates:\n  license: { user: { email: a@b.example, signIn: ${signIn} } }`;

test.for([
  [
    'signIn: { command: [x], tokens: { expird: { env: A } } }',
    'target.yaml:3: unknown field "expird" in "signIn.tokens"; did you mean "expired"?',
  ],
  [
    'signIn: { command: [x], tokens: { expired: hunter2 } }',
    'target.yaml:3: "signIn.tokens.expired" must be { env: MDE_TOKEN }, { file: token.txt } or { command: [./print-token] }',
  ],
  [
    'signIn: { command: [x], tokens: { expired: { env: A, file: b } } }',
    'target.yaml:3: "signIn.tokens.expired" names several of env, file, command; keep one',
  ],
  [
    'signIn: { tokens: { expired: { env: A } } }',
    '"signIn" lacks its content; give one of token, command, form, browser',
  ],
  [
    ofUser('{ tokens: { expired: { env: A } } }'),
    'target.yaml:5: unknown field "tokens" in "states.license.user.signIn"',
  ],
  [ofUser('hunter2'), 'target.yaml:5: "states.license.user.signIn" must say how to sign in'],
  [ofUser('{ token: { env: MDE_NO_TOKEN } }'), '"states.license.user.signIn.token.env": the environment variable'],
  ['signIn: hunter2', 'target.yaml:3: "signIn" must say how to sign in, with one of token, command, form, browser'],
  ['signIn: {}', 'target.yaml:3: "signIn" lacks its content; give one of token, command, form, browser'],
  ['signIn: { tokn: { env: A } }', 'target.yaml:3: unknown field "tokn" in "signIn"; did you mean "token"?'],
  [
    'signIn: { token: hunter2 }',
    'target.yaml:3: "signIn.token" must be { env: MDE_TOKEN } or { file: token.txt }, never the',
  ],
  [
    'signIn: { token: { env: hunter2 } }',
    'target.yaml:3: "signIn.token.env" must be the name of an environment variable in',
  ],
  ['signIn: { token: { env: A, file: b } }', 'target.yaml:3: "signIn.token" names several of env, file; keep one'],
  [
    'signIn: { command: hunter2 }',
    'target.yaml:3: "signIn.command" must be a list of texts: the program and its arguments',
  ],
  [
    'signIn: { form: { user: 7 } }',
    'target.yaml:3: "signIn.form.user" must be a text, or { env: MDE_PASSWORD } or { file:',
  ],
  [
    'signIn: { browser: { script: [{ fill: "#p", with: { env: MDE_NO_WORD } }] } }',
    '"signIn.browser.script.0.with.env": the environment variable MDE_NO_WORD is not set',
  ],
  ['signIn: { browser: hunter2 }', 'target.yaml:3: "signIn.browser" must be {} for a person, or hold executable,'],
  ['signIn: { browser: { script: [] } }', 'target.yaml:3: "signIn.browser.script" must be'],
  [
    'signIn: { browser: { script: [{ fill: "#p", with: 7 }] } }',
    'target.yaml:3: "signIn.browser.script.0.with" must be',
  ],
  [
    'signIn: { browser: { script: [{ fill: "#p" }] } }',
    '"signIn.browser.script.0" lacks its content; give one of fill (and',
  ],
  [
    'signIn: { browser: { script: [{ clik: "#p" }] } }',
    'unknown field "clik" in "signIn.browser.script.0"; did you mean "click"',
  ],
  [
    'signIn: { browser: { headles: true } }',
    'target.yaml:3: unknown field "headles" in "signIn.browser"; did you mean',
  ],
  [
    'programmatic: { token: { env: A }, emailAddress: a@b.example }',
    '"programmatic" must hold token: { env: MDE_AGENT_TOKEN } or { file: token.txt }, and emailAddress',
  ],
  ['signIn: { token: { env: MDE_NO_TOKEN } }', '"signIn.token.env": the environment variable MDE_NO_TOKEN is not set'],
] as const)('%s says what is wrong', ([entry, message]) => {
  const problem = problemOf(entry);
  expect(problem).toContain(message);
  expect(problem).not.toMatch(/: hunter2|"hunter2"/);
});
