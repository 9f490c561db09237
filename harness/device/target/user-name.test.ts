import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { resolveTarget } from './target.ts';
import { TargetError } from './target-error.ts';
import { readTargetFile } from './target-file.ts';

const env = { MDE_PASSWORD: 'correct horse' };

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'target-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

function problemsOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof TargetError)
      return error.message.replaceAll(`${folder}${path.sep}`, '').replaceAll(/(ya?ml:\d+):\d+/g, '$1');
    throw error;
  }
  return 'no problem';
}

describe('a user name that is no e-mail address', () => {
  const server = 'url: https://mdm.example\nemail: a@b.example\n';

  test.each(['user', 'DOMAIN\\user'])('%s is refused with the field that allows it', (name) => {
    expect(problemsOf(() => resolveTarget('contoso.com', { email: name }, env))).toBe(
      `--email "${name}" is not an e-mail address; expected user@contoso.com (a target file with "emailForm: any" allows another form, if the server wants it)`,
    );
    const file = write('strict.yaml', `url: https://mdm.example\nemail: ${name}\n`);
    expect(problemsOf(() => readTargetFile(file))).toBe(
      'strict.yaml:2: "email" must be an e-mail address, such as user@contoso.com; "emailForm: any" allows another form, if the server wants it',
    );
  });

  test.each(['user', 'DOMAIN\\user'])('%s is the user where the target file allows it', (name) => {
    const config = write('lax.yaml', `url: https://mdm.example\nemail: ${name}\nemailForm: any\n`);
    expect(resolveTarget(undefined, { config }, env).email).toBe(name);
    const other = write('other.yaml', `${server}emailForm: any\n`);
    expect(resolveTarget(other, { email: name }, env).email).toBe(name);
  });

  test('is allowed for prepared users too', () => {
    const states = 'states:\n  device-cap: { user: { email: capped, passwordEnv: MDE_PASSWORD } }\n';
    const strict = write('strict-states.yaml', `${server}${states}`);
    expect(problemsOf(() => resolveTarget(strict, {}, env))).toMatch(
      /"states\.device-cap\.user\.email" must be an e-mail address, .*"emailForm: any"$/,
    );
    const lax = write('lax-states.yaml', `${server}emailForm: any\n${states}`);
    expect(resolveTarget(lax, {}, env).states?.['device-cap']).toMatchObject({ by: 'user', email: 'capped' });
  });

  test.each(['', ' ', 'bell\u0007'])('%j is none in any form', (name) => {
    const config = write('form.yaml', `${server}emailForm: any\n`);
    expect(problemsOf(() => resolveTarget(undefined, { config, email: name }, env))).toMatch(/^--email is empty or/);
  });

  test('another form is refused', () => {
    const file = write('form.yaml', `${server}emailForm: upn\n`);
    expect(problemsOf(() => readTargetFile(file))).toBe(
      'form.yaml:3: "emailForm" must be any, or left out for e-mail addresses',
    );
  });
});
