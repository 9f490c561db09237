import { chmod, readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { startRawServer } from '../../../wire/testing/raw-server.ts';
import { afterTls, examine, examineReference, skippedIn } from '../testing/examine.ts';
import { call } from '../testing/io.ts';
import { expectDecent, timeout } from '../testing/run-at.ts';
import { createWorkspace } from '../testing/workspace.ts';
import type { Workspace } from '../testing/workspace.ts';

describe('a good server', { timeout }, () => {
  test('has nothing wrong; each step was looked at or says why not', async () => {
    const found = await examineReference([]);
    expect([found.code, found.blames]).toEqual([0, []]);
    expect(skippedIn(found)).toEqual(['commands', 'dns']);
    expect(found.steps['discovery']?.says).toMatch(/; the way in is on-premise$/);
    expect(found.steps['credentials']?.says).toBe('GetPolicies takes the credentials (on-premise), tried once');
    expect(found.steps['tls']?.says).toMatch(/^TLS 1\.3, a chain of 2, for 127\.0\.0\.1, valid for \d+ more days$/);
  });

  test('without a target, the embedded one, as text', async () => {
    const called = await call(['doctor'], {});
    expectDecent(called);
    expect(called.code).toBe(0);
    expect(called.out).toMatch(
      / {2}✓ credentials {5}GetPolicies takes the credentials \(on-premise, federated, certif/,
    );
    expect(called.out).toMatch(
      /\n\nNothing wrong at the embedded reference server, as far as was looked: \d steps skipped\.\n$/,
    );
    expect(called.err).toMatch(/^mde-conformance: sends requests that read; the credentials \(.*\) are tried once\n$/);
  });
});

test('the document is as its schema says', { timeout }, async () => {
  const schema = JSON.parse(await readFile('schemas/json/doctor.schema.json', 'utf8')) as object;
  const isValid = new Ajv({ strictTypes: false }).compile(schema);
  for (const { out } of [await examineReference([]), await examine(['https://mdm.invalid/', '--email', 'nobody'])]) {
    expect(isValid(JSON.parse(out)), JSON.stringify(isValid.errors)).toBe(true);
  }
});

describe('what does not come about is the network', { timeout }, () => {
  test('a port where nobody listens', async () => {
    const closed = await startRawServer('');
    await closed[Symbol.asyncDispose]();
    const found = await examine([`https://127.0.0.1:${closed.port}/`, '--email', 'user@contoso.example']);
    expect([found.code, found.blames]).toEqual([4, ['tcp network']]);
    expect(found.steps['tcp']?.problems[0]?.what).toMatch(/^127\.0\.0\.1:\d+ refuses connections \(ECONNREFUSED\)$/);
    expect(skippedIn(found)).toEqual(['commands', 'dns', 'tls', ...afterTls]);
  });

  test('a name that does not exist, and the one that a domain leads to', async () => {
    const named = await examine(['https://mdm.invalid/x', '--email', 'user@contoso.example', '--timeout', '20']);
    expect([named.code, named.blames]).toEqual([4, ['dns network']]);
    expect(skippedIn(named)).toEqual(['commands', 'callback', 'tcp', 'tls', ...afterTls]);
    const derived = await examine(['user@contoso.invalid', '--timeout', '20']);
    expect(derived.steps['dns']?.problems[0]?.what).toContain('EnterpriseEnrollment.contoso.invalid'.toLowerCase());
  });
});

describe('TLS', { timeout }, () => {
  test.each([
    ['other-root', 'network', /--ca/],
    ['self-signed', 'network', /--ca/],
    ['leaf-only', 'network', /let the server send it/],
    ['expired', 'target', /Renew the certificate that expired/],
    ['not-yet-valid', 'target', /Compare the clocks/],
    ['wrong-name', 'target', /Serve a certificate that has this name/],
    ['wrong-purpose', 'target', /extended key usage serverAuth/],
    ['no-tls', 'network', /something else than TLS answers there/],
    ['tls-1.1', 'network', /offer TLS 1\.2 or later/],
  ] as const)('%s is of %s, and nothing else is sent', async (defect, owner, remedy) => {
    const found = await examineReference([{ tls: defect }]);
    expect([found.code, found.blames]).toEqual([4, [`tls ${owner}`]]);
    expect(found.steps['tls']?.problems[0]?.remedy).toMatch(remedy);
    expect(skippedIn(found)).toEqual(['commands', 'dns', ...afterTls]);
  });

  test('without the root, the message names --ca', async () => {
    const found = await examineReference([], { trusts: false });
    expect([found.code, found.blames]).toEqual([4, ['tls network']]);
    expect(found.steps['tls']?.problems[0]?.remedy).toContain('--ca');
  });

  test('with --tls-report-only it goes on', async () => {
    const found = await examineReference([], { trusts: false, args: ['--tls-report-only'] });
    expect([found.code, found.blames]).toEqual([1, ['tls target']]);
    expect(found.steps['credentials']?.status).toBe('ok');
  });

  test('without TLS 1.2, which Windows 10 needs', async () => {
    const found = await examineReference([{ tls: 'tls-1.3' }]);
    expect([found.code, found.blames]).toEqual([1, ['tls target']]);
    expect(found.steps['tls']?.problems[0]?.what).toMatch(/^TLS 1\.2 is refused/);
  });
});

async function targetFile(workspace: Workspace, lines: string): Promise<string> {
  return await workspace.write('target.yaml', `url: https://127.0.0.1:1/\nemail: user@contoso.example\n${lines}\n`);
}

describe('a problem of the configuration ends it before anything is sent', { timeout }, () => {
  test.each([
    ['emial: x', {}, 'configuration config', /target\.yaml:3:1: unknown field "emial"; did you mean "email"\?$/],
    ['passwordEnv: NOT_SET', {}, 'configuration config', /variable NOT_SET is not set/],
    [
      'states: { license: { command: [./gone], undo: [node] } }',
      {},
      'commands config',
      /"states\.license\.command": "\.\/gone" does not exist$/,
    ],
    ['states: { license: { command: [no-such-program-x] } }', {}, 'commands config', /is in no folder of PATH$/],
    [
      'states: { license: { command: [node], undo: [./plain.sh] } }',
      {},
      'commands config',
      /"states\.license\.undo": "\.\/plain\.sh" is not executable$/,
    ],
    ['signIn: { command: [./gone] }', {}, 'commands config', /"signIn\.command": "\.\/gone" does not exist$/],
  ] as const)('%s', async (lines, env, blame, what) => {
    await using workspace = await createWorkspace();
    await chmod(await workspace.write('plain.sh', '#!/bin/sh\n'), 0o644);
    const found = await examine([await targetFile(workspace, lines)], env);
    expect([found.code, found.blames]).toEqual([2, [blame]]);
    const [id = ''] = blame.split(' ');
    expect(found.steps[id]?.problems[0]?.what).toMatch(what);
    expect(found.steps['tls']?.status).toBe('skipped');
  });

  test('the host of a state that does not answer is of the network, and the rest is looked at', async () => {
    await using workspace = await createWorkspace();
    const call = '{ method: PUT, url: https://127.0.0.1:1/on }';
    const found = await examine([
      await targetFile(workspace, `states: { maintenance: { http: ${call} }, license: { prompt: x } }`),
    ]);
    expect([found.code, found.blames]).toEqual([4, ['commands network', 'tcp network']]);
    expect(found.steps['commands']?.problems[0]?.what).toMatch(/^"states\.maintenance\.http": 127\.0\.0\.1:1 refuses/);
    expect(found.out).toContain('nothing says how to undo maintenance');
    expect(found.out).toContain('a person at a terminal has to bring about license');
  });

  test('a port of an issuer that is taken', async () => {
    await using workspace = await createWorkspace();
    await using taken = await startRawServer('');
    const guid = '11111111-2222-3333-4444-555555555555';
    const issuer = `{ tenant: ${guid}, clientId: ${guid}, audience: x, listen: ${taken.port} }`;
    const lines = `entra: { termsOfUse: https://127.0.0.1:1/terms, issuer: ${issuer} }`;
    const found = await examine([await targetFile(workspace, lines)]);
    expect([found.code, found.blames]).toEqual([2, ['callback config']]);
  });

  test('a proxy that the environment demands', async () => {
    const found = await examine(['https://mdm.invalid/', '--email', 'user@contoso.example'], {
      HTTPS_PROXY: 'http://me:hunter2@proxy.example:3128',
    });
    expect([found.code, found.blames]).toEqual([2, ['proxy config']]);
    expect(found.out).not.toContain('hunter2');
    expect(found.steps['dns']?.says).toBe('nothing is sent before the configuration is right');
  });

  test('a callback address where this machine cannot listen', async () => {
    await using taken = await startRawServer('');
    const args = ['--callback-url', `http://127.0.0.1:${taken.port}`];
    const found = await examine(['https://127.0.0.1:1/', '--email', 'user@contoso.example', ...args]);
    expect([found.code, found.blames]).toEqual([2, ['callback config']]);
  });
});
