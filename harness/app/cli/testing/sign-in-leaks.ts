import { expect } from 'vitest';
import type { SignInEntry } from '../../../device/target/target-sign-in.ts';
import { startReferenceServer } from '../../../reference-server/mount/start.ts';
import { windowsEnrollment } from '../../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { call } from './io.ts';
import { createWorkspace } from './workspace.ts';
import type { Workspace } from './workspace.ts';

/** What a way to sign in is written with. */
export interface Means {
  readonly email: string;
  /** A token that the server takes. */
  readonly token: string;
  readonly workspace: Workspace;
}

const password = `correct horse 7&<staple>"it's" ü+%/=?`;

/**
 * Enrolls a device at a federated server by the command line, and says which of its secrets an output shows, in which form: the
 * password, and each cookie and token that the server gave away. Fails where no device enrolled, or where no token was replaced.
 */
export async function signInLeaks(signInOf: (means: Means) => SignInEntry | Promise<SignInEntry>): Promise<string[]> {
  await using workspace = await createWorkspace();
  const secrets = new Map([['password', password]]);
  const keep = (name: string, value: string): void => void secrets.set(`${name} ${secrets.size}`, value);
  await using server = await startReferenceServer({
    keys: 'pool',
    auth: ['federated'],
    user: { email: 'user@contoso.example', password },
    onReply: (_, { response }) => {
      for (const [name, value] of response.headers) {
        if (name.toLowerCase() === 'set-cookie') keep('cookie', /^[^=]+=([^;]*)/.exec(value)?.[1] ?? '');
      }
      for (const [token] of Buffer.from(response.body)
        .toString()
        .matchAll(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g))
        keep('token', token);
    },
  });
  const token = server.mintTokens().large.token.revealTo(() => undefined);
  keep('token', token);
  await workspace.write('ca.pem', server.caPem);
  const { email } = server.user;
  const signIn = await signInOf({ email, token, workspace });
  const target = await workspace.write('target.json', JSON.stringify({ url: server.url, email, ca: 'ca.pem', signIn }));
  const given = new Set((await workspace.files()).keys());
  const env = { MDE_SIGN_IN_PASSWORD: password, MDE_SIGN_IN_TOKEN: token };
  const { out, err } = await call(['run', target, '--out', workspace.at('out')], env, [windowsEnrollment]);
  const files = [...(await workspace.files())].filter(([name]) => !given.has(name));
  const places = [['stdout', out], ['stderr', err], ...files.map(([name, bytes]) => [name, bytes.toString()])];
  const session = files.find(([name]) => name.endsWith('session.har'))?.[1].toString() ?? '';
  expect(session).toMatch(/RequestSecurityTokenResponseCollection/);
  expect(session).toContain('redacted-token-1');
  return places.flatMap(([place = '', text = '']) =>
    [...secrets].flatMap(([name, value]) =>
      formsOf(value).flatMap((form) => (value !== '' && text.includes(form) ? [`${name} in ${place}`] : [])),
    ),
  );
}

function formsOf(value: string): readonly string[] {
  return [
    value,
    encodeURIComponent(value),
    new URLSearchParams({ p: value }).toString().slice(2),
    JSON.stringify(value).slice(1, -1),
    value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    Buffer.from(value).toString('base64'),
    Buffer.from(value).toString('base64url'),
  ];
}
