import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { answerTo, provisioningIn, subcodeOf, texts } from '../../../reference-server/testing/answers.ts';
import {
  discoverRequest,
  policiesRequest,
  testServer,
  tokenRequest,
  usernameToken,
} from '../../../reference-server/testing/requests.ts';
import { readHar } from '../../../wire/har/har.ts';
import { main } from '../main.ts';
import { call, keptIo } from '../testing/io.ts';
import { runAt, sendTo, whileServing } from '../testing/serving.ts';
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
      expect((await runAt(announced, workspace.at('out'), '--check', 'discovery/answer')).code).toBe(0);
    });
    expect(code).toBe(0);
    expect(existsSync(passwordFile)).toBe(false);
  });

  test('is wrong in the way that --defect names', async () => {
    await using workspace = await createWorkspace();
    await whileServing(['--defect', 'transport/discover-unchunked'], async (announced) => {
      const options = ['--check', 'transport/discover-unchunked', '--effects', 'read'];
      expect((await runAt(announced, workspace.at('out'), ...options)).code).toBe(1);
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

  test('says of each request in one line what it makes of it', async () => {
    await whileServing([], async (announced, err) => {
      const password = await readFile(announced.passwordFile, 'utf8');
      const security = usernameToken(password, announced.email);
      await sendTo(announced, discoverRequest());
      await sendTo(announced, { ...policiesRequest({ security }), headers: [['Content-Type', 'text/xml']] });
      await sendTo(announced, tokenRequest({ security: usernameToken('a wrong password', announced.email) }));
      await sendTo(announced, { ...discoverRequest(), url: 'https://x.example/ManagementServer/Manage.svc' });
      const lines = err().trimEnd().split('\n');
      const time = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z`;
      expect(lines).toEqual([
        expect.stringMatching(
          new RegExp(`^${time} POST /EnrollmentServer/Discovery.svc \\| discover \\| 200 granted \\| valid$`),
        ),
        expect.stringMatching(
          /Policy\.svc \| get-policies \| 200 granted \| valid \| asked in vain: Content-Type is "text\/xml"/,
        ),
        expect.stringMatching(
          /\| issue \| 500 refused with Authentication .*: The user name .* \| not valid: line 1, .*TokenType.* \| asked in vain: .*; TokenType is missing \(MS-MDE2 3\.4\.4\.1\.1\.1\)/,
        ),
        expect.stringMatching(
          /\| manage \| 415 A message is application\/vnd\.syncml\.dm\+xml\. \| no message of SyncML$/,
        ),
      ]);
      expect(err()).not.toMatch(/a wrong password/);
      expect(err()).not.toContain(password);
    });
  });

  test('keeps all exchanges in a new HAR without a secret, each before its answer, and audit reads it', async () => {
    await using workspace = await createWorkspace();
    const file = workspace.at('log.har');
    const kept = async () => readHar(await readFile(file, 'utf8')).exchanges;
    await whileServing(['--log', file], async (announced) => {
      expect(await kept()).toEqual([]);
      const password = await readFile(announced.passwordFile, 'utf8');
      const security = usernameToken(password, announced.email);
      const answers = [
        await sendTo(announced, discoverRequest()),
        await sendTo(announced, tokenRequest({ security })),
        await sendTo(announced, policiesRequest({ security: usernameToken('a wrong password') })),
      ];
      expect((await kept()).map(({ answer }) => answer.response?.status)).toEqual(answers.map(({ status }) => status));
      const text = await readFile(file, 'utf8');
      expect(text).not.toContain(password);
      expect(text).not.toContain('a wrong password');
    });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const { code } = await call(['audit', file, '--out', workspace.at('report'), '--format', 'json']);
    expect([0, 1, 3]).toContain(code);
    const results = JSON.parse(await workspace.read('report/results.json')) as {
      judgements: Record<string, unknown>[];
    };
    expect(results.judgements.find(({ check }) => check === 'discovery/answer')).toMatchObject({ outcome: 'passed' });
  });

  test('never writes a log into a file that exists, and leaves none behind if it cannot serve', async () => {
    await using workspace = await createWorkspace();
    const file = await workspace.write('log.har', 'mine');
    const refused = await call(['serve', '--log', file]);
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toMatch(/^mde-conformance: --log: ".*log\.har" exists already; name a new file\n$/);
    expect(await workspace.read('log.har')).toBe('mine');
    const taken = await call(['serve', '--log', workspace.at('new.har'), '--ca-out', file]);
    expect(taken).toMatchObject({ code: 2, out: '' });
    expect([...(await workspace.files()).keys()]).toEqual(['log.har']);
  });

  test('refuses with --strict what it grants otherwise', async () => {
    await whileServing(['--strict'], async (announced) => {
      const security = usernameToken(await readFile(announced.passwordFile, 'utf8'), announced.email);
      const answer = await sendTo(announced, tokenRequest({ security }));
      expect(subcodeOf(answer)).toBe('MessageFormat');
      expect(texts(answer.body, '//s:Reason/s:Text')[0]).toMatch(/^The request is not valid: line 1, .*TokenType/);
      expect((await sendTo(announced, discoverRequest())).status).toBe(200);
    });
    expect((await answerTo(tokenRequest(), testServer())).status).toBe(200);
  });

  test('takes the user, the password, the paths and the lifetime that it is told', async () => {
    await using workspace = await createWorkspace();
    const file = await workspace.write('password', 'correct horse 7\n');
    const options = ['--user', 'jo@lab.example', '--password-file', file];
    const others = ['--path-prefix', '/lab', '--certificate-days', '20'];
    await whileServing([...options, ...others], async (announced, err) => {
      expect(announced).toMatchObject({ email: 'jo@lab.example', passwordFile: file });
      expect(new URL(announced.url).pathname).toBe('/lab/Discovery.svc');
      const security = usernameToken('correct horse 7', 'jo@lab.example');
      const request = { ...tokenRequest({ security }), url: 'https://x.example/lab/Enrollment.svc' };
      const document = provisioningIn(await sendTo(announced, request));
      expect(texts(document, '//parm[@name="RenewPeriod"]/@value')).toEqual(['10']);
      expect(err()).not.toContain('correct horse 7');
    });
    expect(await workspace.read('password')).toBe('correct horse 7\n');
  });

  test('answers late where it is told to, and says so', async () => {
    await whileServing(['--delay', '1', '--delay', '30@discover'], async (announced, err) => {
      const before = performance.now();
      expect((await sendTo(announced, discoverRequest())).status).toBe(200);
      expect(performance.now() - before).toBeGreaterThan(25);
      expect(err()).toContain('| discover | 200 granted after 30 ms | valid');
    });
  });

  test.for([
    ['--certificate-days', '1', '--certificate-days: "1" is no lifetime; allowed: 2 to 1825 days'],
    ['--path-prefix', 'lab/', '--path-prefix: "lab/" is no prefix; allowed: a slash and a name, such as /lab'],
    ['--path-prefix', '/..', '--path-prefix: "/.." is no prefix; allowed: a slash and a name, such as /lab'],
    ['--user', 'jo', '--user: "jo" is no e-mail address; allowed: name@domain.tld'],
    ['--user', 'cap@contoso.example', '--user: "cap@contoso.example" is a user whom this server has already'],
    [
      '--password-file',
      '/nowhere/password',
      '--password-file: cannot read the file (ENOENT); give the path of a file, never the password',
    ],
    ['--port', '65536', '--port: "65536" is not a port; allowed: 0 (any free one) to 65535'],
  ] as const)('refuses %s %s', async ([option, word, message]) => {
    const { code, out, err } = await call(['serve', option, word]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });

  test('lists the allowed words of its options', async () => {
    const { code, out } = await call(['serve', '--help']);
    const help = out.replace(/\s+/g, ' ');
    expect(code).toBe(0);
    for (const word of ['CustomServerError', 'InvalidSecurity', 'discover, get-policies, issue, renew', '2 to 1825']) {
      expect(help).toContain(word);
    }
  });
});
