import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { afterAll, expect, test } from 'vitest';
import { poolAuthorityKeys } from '../../protocol/pki/build/authority.ts';
import { createReferenceServer } from '../../reference-server/mount/handler.ts';
import { listen } from '../../reference-server/mount/listen.ts';
import type { Reply } from '../../reference-server/mount/reply.ts';
import { forms, leaksIn, user } from '../../testing/hostile/canary.ts';
import type { HttpRequest } from '../../wire/exchange/exchange.ts';
import { buildCommand } from './testing/built-command.ts';
import { createWorkspace } from './testing/workspace.ts';

const command = await buildCommand();

afterAll(() => command[Symbol.asyncDispose]());

/** Where npm, Node and the command keep what they write without being asked. */
const folders = { HOME: 'home', TMPDIR: 'temporary', npm_config_cache: 'cache', npm_config_logs_dir: 'logs' } as const;

test.skipIf(process.platform === 'win32')(
  'npm start leaves the password in no file: not in the reports, the logs of npm, its cache, the home or the temporary folder',
  { timeout: 180_000 },
  async () => {
    await using workspace = await createWorkspace();
    let origin = '';
    const server = createReferenceServer({
      origin: () => origin,
      now: () => new Date(),
      seed: 'npm',
      users: [user],
      keys: poolAuthorityKeys(),
    });
    const handle = async (request: HttpRequest): Promise<Reply> => {
      const reply = await server.handle(request);
      const echoes = [
        ['X-Percent', forms.percent],
        ['X-Base64', forms.base64],
      ] as const;
      return { ...reply, response: { ...reply.response, headers: [...reply.response.headers, ...echoes] } };
    };
    await using listener = await listen({ ...server, handle });
    origin = listener.origin;
    const ca = await workspace.write('ca.pem', listener.caPem);
    await Promise.all(Object.values(folders).map((name) => mkdir(workspace.at(name))));
    const start = `"${process.execPath}" "${command.file}" run`;
    await workspace.write('package.json', JSON.stringify({ name: 'a-user', version: '1.0.0', scripts: { start } }));
    const args = [`${origin}/EnrollmentServer/Discovery.svc`, '--email', user.email, '--ca', ca, '--out', 'report'];
    const narrowed = ['--check', 'enrollment/answer,provisioning/thumbprint', '--format', 'html,junit'];
    const { code, output } = await npmStart(workspace.at('.'), [...args, ...narrowed], {
      ...Object.fromEntries(Object.entries(folders).map(([variable, name]) => [variable, workspace.at(name)])),
      npm_config_loglevel: 'silly',
      MDE_PASSWORD: user.password,
    });

    const files = [...(await workspace.files())].map(([name, bytes]) => [name, bytes.toString()] as const);
    const names = files.map(([name]) => name);
    expect(code).toBe(0);
    expect(names).toEqual(expect.arrayContaining(['report/session.har', 'report/report.html', 'report/results.json']));
    expect(names.filter((name) => name.startsWith('logs/'))).not.toEqual([]);
    const places = [['the output', output] as const, ...files];
    expect(places.flatMap(([place, text]) => leaksIn(text).map((form) => `${form} in ${place}`))).toEqual([]);
    expect(files.find(([name]) => name === 'report/session.har')?.[1]).toContain('redacted-password-1');
  },
);

/** Runs `npm start` as a user does, with no variable of npm or vitest but the given ones. */
function npmStart(
  cwd: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VITEST|MDE_|npm_|TEST$|NODE_ENV$)/i.test(name));
  return new Promise((resolve) => {
    const child = execFile(
      'npm',
      ['start', '--', ...args],
      { cwd, env: { ...Object.fromEntries(inherited), ...settings }, maxBuffer: 1 << 26 },
      (_error, stdout, stderr) => {
        resolve({ code: child.exitCode, output: stdout + stderr });
      },
    );
  });
}
