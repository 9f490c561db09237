import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAuthority, poolAuthorityKeys } from '../../protocol/pki/build/authority.ts';
import { seededBytes } from '../../protocol/pki/build/seeded-bytes.ts';
import { createSecretRegister } from '../../wire/redaction/secret-register.ts';
import { resolveTarget } from './target.ts';
import type { Target, TargetOptions } from './target.ts';
import { TargetError } from './target-error.ts';
import { readTargetFile } from './target-file.ts';

const env = { MDE_PASSWORD: 'correct horse' };
const email = 'user@contoso.com';

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

const passwordsIn = (target: Target): readonly string[] =>
  createSecretRegister(target)
    .known()
    .map(({ value }) => value);

describe('a target argument', () => {
  test.for([
    ['https://mdm.example', 'https://mdm.example/EnrollmentServer/Discovery.svc'],
    ['https://mdm.example/', 'https://mdm.example/EnrollmentServer/Discovery.svc'],
    ['HTTPS://MDM.Example:8443/a/Discovery.svc?x=1', 'https://MDM.Example:8443/a/Discovery.svc?x=1'],
    ['http://localhost:8080', 'http://localhost:8080/EnrollmentServer/Discovery.svc'],
    ['http://[::1]:8080', 'http://[::1]:8080/EnrollmentServer/Discovery.svc'],
    ['contoso.com', 'https://EnterpriseEnrollment.contoso.com/EnrollmentServer/Discovery.svc'],
    ['enterpriseenrollment.contoso.com', 'https://enterpriseenrollment.contoso.com/EnrollmentServer/Discovery.svc'],
    ['someone@fabrikam.com', 'https://EnterpriseEnrollment.fabrikam.com/EnrollmentServer/Discovery.svc'],
  ])('%s leads to %s', ([argument = '', url]) => {
    expect(resolveTarget(argument, { email }, env).url).toBe(url);
  });

  test.for([
    ['http://mdm.example', 'only https: is allowed, and http: on loopback'],
    ['ftp://mdm.example', 'only https: is allowed'],
    ['https://user:secret@mdm.example', 'must not carry a user name or password'],
    ['https://', 'is not a URL'],
    ['https://mdm.example:0', 'port 0 is not allowed; give one from 1 to 65535'],
    ['https://mdm.example/a b', 'is not a URL; a URL has no spaces'],
    ['mdm.example:8443', 'write https://mdm.example:8443 if it is a URL'],
    ['contoso', 'expected a discovery URL'],
    ['missing.yaml', 'the target file "missing.yaml" does not exist'],
  ])('%s is refused: %s', ([argument = '', message = '']) => {
    const problem = problemsOf(() => resolveTarget(argument, { email }, env));
    expect(problem).toContain(message);
    expect(problem).not.toContain('secret');
  });

  test('that is an e-mail address names the user too', () => {
    expect(resolveTarget('someone@fabrikam.com', {}, env).email).toBe('someone@fabrikam.com');
  });

  test('without a user asks for one', () => {
    expect(problemsOf(() => resolveTarget('contoso.com', {}, env))).toBe(
      'no user; give --email user@domain, or "email" in a target file',
    );
  });

  test('is needed, unless a target file says it', () => {
    expect(problemsOf(() => resolveTarget(undefined, { email }, env))).toMatch(/^no target/);
    const config = write('config.yaml', 'url: https://mdm.example\nemail: a@b.example\n');
    const target = resolveTarget(undefined, { config }, env);
    expect(target.email).toBe('a@b.example');
    expect(passwordsIn(target)).toEqual(['correct horse']);
    expect(resolveTarget('https://other.example', { config, email }, env)).toMatchObject({
      url: 'https://other.example/EnrollmentServer/Discovery.svc',
      email,
    });
  });
});

describe('a password', () => {
  const resolve = (options: TargetOptions, variables = {}) =>
    resolveTarget('contoso.com', { email, ...options }, variables);

  test('comes from the file before the environment, without its last line break', () => {
    const passwordFile = write('password', ' two words \n');
    expect(passwordsIn(resolve({ passwordFile }, env))).toEqual([' two words ']);
  });

  test('that is missing is named as such, unless it may be', () => {
    expect(problemsOf(() => resolve({}))).toBe(
      'no password: the environment variable MDE_PASSWORD is not set; set it, or give --password-file',
    );
    expect(resolve({ credentials: 'optional' }).password).toBeUndefined();
  });

  test.for([
    ['', 'is empty'],
    ['\uFEFF\r\n', 'is empty'],
    ['bell\u0007', 'holds a character that no message can carry'],
  ])('%j is refused: %s', ([text = '', message = '']) => {
    expect(problemsOf(() => resolve({ passwordFile: write('bad-password', text) }))).toContain(message);
  });
});

describe('a password file', () => {
  test('may begin with a byte order mark, which is no part of the password', () => {
    const passwordFile = write('marked', '\uFEFFcorrect horse\r\n');
    expect(passwordsIn(resolveTarget('contoso.com', { email, passwordFile }, {}))).toEqual(['correct horse']);
  });

  test('is refused in another encoding, for another password would be sent', () => {
    for (const bytes of [Buffer.from('\uFEFFcorrect', 'utf16le'), Buffer.from('größe', 'latin1')]) {
      const passwordFile = path.join(folder, 'encoded');
      writeFileSync(passwordFile, bytes);
      expect(problemsOf(() => resolveTarget('contoso.com', { email, passwordFile }, {}))).toMatch(
        /^--password-file: ".*encoded" is not UTF-8 text; save it as UTF-8$/,
      );
    }
  });
});

describe('a target file', () => {
  test('is read as YAML and as JSON', () => {
    const described = { url: 'https://mdm.example', email, auth: 'on-premise', capabilities: ['renewal'] };
    expect(readTargetFile(write('t.json', JSON.stringify(described)))).toEqual({ ...described, folder });
    expect(readTargetFile(write('t.yaml', `url: https://mdm.example # ours\nemail: ${email}\n`))).toEqual({
      url: 'https://mdm.example',
      email,
      folder,
    });
  });

  test('gives its references relative to itself', () => {
    write('pw.txt', 'from file\n');
    const file = write('refs.yaml', `url: contoso.com\nemail: ${email}\npasswordFile: pw.txt\n`);
    const target = resolveTarget(file, {}, {});
    expect(target).toMatchObject({ deviceTrust: [], capabilities: [] });
    expect(passwordsIn(target)).toEqual(['from file']);
  });

  test.for([
    ['emial: user@contoso.com', ':3: unknown field "emial"; did you mean "email"?'],
    ['colour: red', ':3: unknown field "colour"; allowed are url, email, emailForm, auth, ca'],
    ['password: hunter2', ':3: "password" does not belong in a target file; name its variable with "passwordEnv"'],
    ['entra: { termsOfUse: x }', ':3: "entra.issuer" is missing'],
    ['auth: basic', ':3: "auth" must be one of on-premise, federated, certificate, entra'],
    ['passwordEnv: hunter2', ':3: "passwordEnv" must be the name of an environment variable in capitals'],
    ['capabilities: renewal', ':3: "capabilities" must be a list of lower-case words'],
    ['capabilities: [Renewal]', ':3: "capabilities" must be a list of lower-case words'],
    ['deviceTrust: 7', ':3: "deviceTrust" must be the path of a PEM file'],
    ['url: https://twice.example', ':3: Map keys must be unique'],
    ['ca: [', ':4: '],
    ['ca: *nothing', ': Unresolved alias (the anchor must be set before the alias); an alias (*name) repeats'],
  ])('with %s says where and what', ([line = '', message = '']) => {
    const file = write('bad.yaml', `url: https://mdm.example\nemail: ${email}\n${line}\n`);
    const problem = problemsOf(() => readTargetFile(file));
    expect(problem).toContain(`bad.yaml${message}`);
    expect(problem).not.toContain('hunter2');
  });

  test.for([
    ['', 'expected fields such as "url" and "email"'],
    ['https://mdm.example', 'expected fields such as "url" and "email"'],
    ['email: user@contoso.com', '"url" is missing'],
    ['url: contoso.com\nemail: nobody', ':2: "email" must be an e-mail address'],
    ['passwordEnv: A\npasswordFile: b\nurl: x\nemail: a@b.c', 'exclude each other; keep one'],
  ])('of %j is refused: %s', ([text = '', message = '']) => {
    expect(problemsOf(() => readTargetFile(write('whole.yaml', text)))).toContain(message);
  });

  test('is refused where its aliases grow without end, and where it is too long', () => {
    const level = (name: string, of: string) => `${name}: &${name} [${Array(9).fill(of).join(', ')}]\n`;
    const bomb = ['x', '*a', '*b', '*c', '*d'].map((of, index) => level('abcde'.charAt(index), of)).join('');
    expect(problemsOf(() => readTargetFile(write('bomb.yaml', bomb)))).toContain('Excessive alias count');
    const long = `url: https://mdm.example\n${'#'.repeat(70_000)}`;
    expect(problemsOf(() => readTargetFile(write('long.yaml', long)))).toMatch(
      /long.yaml: \d+ characters are too many for a target file; the limit is 65536$/,
    );
  });

  test('shows every problem at once', () => {
    const problem = problemsOf(() => readTargetFile(write('many.yaml', 'emial: a\ncolour: b\n')));
    expect(problem.split('\n')).toHaveLength(4);
  });
});

describe('certificates', () => {
  const pool = (text: string) =>
    problemsOf(() => resolveTarget('contoso.com', { email, ca: write('ca.pem', text) }, env));

  test('are read from a bundle, and a private key beside them is not', () => {
    const now = () => new Date('2026-01-15T09:30:00.000Z');
    const { root, intermediate } = createAuthority({ now, random: seededBytes('x'), keys: poolAuthorityKeys() });
    const secret = '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n';
    write('bundle.pem', `Root\n${root.pem}\n${secret}${intermediate.pem}`);
    const file = write('trust.yaml', `url: contoso.com\nemail: ${email}\ndeviceTrust: bundle.pem\nca: bundle.pem\n`);
    const { ca, deviceTrust } = resolveTarget(file, {}, env);
    expect(deviceTrust.map((pem) => new X509Certificate(pem).subject)).toHaveLength(2);
    expect(ca).toBe(deviceTrust.join(''));
    expect(ca).not.toContain('PRIVATE');
  });

  test('are needed in a PEM file', () => {
    expect(pool('nothing')).toContain('--ca: "ca.pem" holds no certificate; expected PEM');
    expect(pool('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n')).toContain(
      '--ca: certificate 1 of "ca.pem" cannot be read',
    );
  });
});
