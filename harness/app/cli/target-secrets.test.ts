import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { poolAuthorityKeys } from '../../protocol/pki/build/authority.ts';
import { createReferenceServer } from '../../reference-server/mount/handler.ts';
import { listen } from '../../reference-server/mount/listen.ts';
import type { Reply } from '../../reference-server/mount/reply.ts';
import type { HttpRequest } from '../../wire/exchange/exchange.ts';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { serverStates } from '../../../suites/faults/scenarios/server-states.ts';
import { call } from './testing/io.ts';
import { createWorkspace } from './testing/workspace.ts';

const email = 'user@contoso.example';

/** One secret for each field of a target file that may hold one. */
const canaries = {
  passwordFile: 'canary-Pa55word',
  'url, in its query': 'canary-u4lcode',
  'user.passwordEnv': 'canary-us3renv',
  'user.passwordFile': 'canary-us3rfile',
  'http.url, in its path': 'canary0path0123456789',
  'http.url, in its query': 'canary-qu3ry+/=',
  'http.body': 'canary-b0dy"\\',
  'http.undo.url': 'canary-und0query',
  'http.undo.body': 'canary-und0body',
  'command, behind an option': 'canary-0ption',
  'command, in an option': 'canary-1noption',
  'command, in a header': 'canary-b3arer',
  'command, as user and password': 'canary-c4rl',
  'command, in a variable': 'canary-v4riable',
  'undo of command': 'canary-und0command',
};

/** A server that sends back what it got in a status line that is none. */
async function startAdministration(): Promise<AsyncDisposable & { readonly origin: string }> {
  const server = createServer((socket) => {
    socket.once('data', (bytes: Buffer) => {
      socket.end(`HTTP/1.1 9 ${bytes.toString().replaceAll(/\s+/g, ' ')}\r\n\r\n`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) =>
        server.close(() => {
          resolve();
        }),
      ),
  };
}

/** Prints its arguments on both streams, and fails. */
const leaking = 'console.log(process.argv.join()); console.error(process.argv.join()); process.exit(3)';

test('no output has a secret of the target file, whatever the servers and the commands do with it', async () => {
  await using workspace = await createWorkspace();
  await using administration = await startAdministration();
  let origin = '';
  const server = createReferenceServer({
    origin: () => origin,
    now: () => new Date(),
    seed: 'target secrets',
    users: [{ email, password: canaries.passwordFile }],
    keys: poolAuthorityKeys(),
  });
  const handle = async (request: HttpRequest): Promise<Reply> => {
    const reply = await server.handle(request);
    const echoes = Object.values(canaries).map((text, index) => [`X-Echo-${index}`, text] as const);
    return { ...reply, response: { ...reply.response, headers: [...reply.response.headers, ...echoes] } };
  };
  await using listener = await listen({ ...server, handle });
  origin = listener.origin;
  await workspace.write('ca.pem', listener.caPem);
  const passwordFile = await workspace.write('password', canaries.passwordFile);
  const userFile = await workspace.write('user-password', canaries['user.passwordFile']);
  const hook = `${administration.origin}/hooks/${canaries['http.url, in its path']}`;
  const target = await workspace.write(
    'target.json',
    JSON.stringify({
      url: `${origin}/EnrollmentServer/Discovery.svc?code=${canaries['url, in its query']}`,
      email,
      passwordFile: 'password',
      ca: 'ca.pem',
      states: {
        license: { user: { email: 'a@contoso.example', passwordEnv: 'LICENSE_PASSWORD' } },
        'device-cap': { user: { email: 'b@contoso.example', passwordFile: 'user-password' } },
        maintenance: {
          http: {
            method: 'PUT',
            url: `${hook}?token=${encodeURIComponent(canaries['http.url, in its query'])}`,
            body: JSON.stringify({ a: [{ apiKey: canaries['http.body'] }] }),
            undo: {
              method: 'DELETE',
              url: `${hook}?token=${canaries['http.undo.url']}`,
              body: `client_secret=${canaries['http.undo.body']}`,
            },
          },
        },
        'ca-down': {
          command: [
            process.execPath,
            ...['-e', leaking, 'x', '--token', canaries['command, behind an option']],
            `--api-key=${canaries['command, in an option']}`,
            ...['-H', `Authorization: Bearer ${canaries['command, in a header']}`],
            ...['-u', `admin:${canaries['command, as user and password']}`],
            `ADMIN_TOKEN=${canaries['command, in a variable']}`,
          ],
          undo: [process.execPath, '-e', leaking, 'x', '--password', canaries['undo of command']],
        },
      },
    }),
  );
  const given = [target, passwordFile, userFile];
  const env = { LICENSE_PASSWORD: canaries['user.passwordEnv'] };
  const out = workspace.at('out');
  const plan = await call(['run', target, '--plan'], env);
  const run = await call(['run', target, '--out', out, '--format', 'html,junit'], env, [
    windowsEnrollment,
    ...serverStates,
  ]);
  const undone = await call(['run', '--undo', out], env);

  const files = [...(await workspace.files())].filter(([name]) => !given.includes(workspace.at(name)));
  const places: readonly (readonly [string, string])[] = [
    ...Object.entries({ plan, run, undone }).flatMap(([name, { out: said, err }]) => [
      [`stdout of ${name}`, said] as const,
      [`stderr of ${name}`, err] as const,
    ]),
    ...files.map(([name, bytes]) => [name, bytes.toString()] as const),
  ];
  const leaks = places.flatMap(([place, text]) =>
    Object.entries(canaries).flatMap(([field, secret]) =>
      [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), secret.slice(0, 11)].some((form) =>
        text.includes(form),
      )
        ? [`${field} in ${place}`]
        : [],
    ),
  );
  expect(leaks).toEqual([]);
  expect(files.map(([name]) => name).sort()).toEqual(
    expect.arrayContaining(
      ['junit.xml', 'manifest.json', 'report.html', 'results.json', 'session.har', 'states-in-force.json'].map(
        (name) => `out/${name}`,
      ),
    ),
  );
  expect(run.err).toContain('the state "maintenance" of the server: the run could not bring it about: PUT');
  expect(run.err).toContain('ended with exit code 3');
  expect(undone.err).toContain('may still be in force');
});

test.each([
  '*canary9x',
  '|canary9x',
  '>canary9x',
  '!canary9x',
  '@canary9x',
  '{canary9x',
  '"canary9x',
  '&canary9x canary9x',
])('a password that stands in the target file by mistake is quoted by no message: %s', async (password) => {
  await using workspace = await createWorkspace();
  const lines = ['url: https://localhost', `email: ${email}`];
  for (const field of ['password', 'passwordEnv', 'passwordFile']) {
    const file = await workspace.write('target.yaml', [...lines, `${field}: ${password}`, ''].join('\n'));
    const { code, out, err } = await call(['run', file, '--out', workspace.at('out')]);
    expect(code).toBe(2);
    expect(out + err).not.toContain('canary9x');
  }
});
