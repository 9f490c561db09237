import { expect, test } from 'vitest';
import type { SignInEntry } from '../../device/target/target-sign-in.ts';
import { signInLeaks } from './testing/sign-in-leaks.ts';
import type { Means } from './testing/sign-in-leaks.ts';

test.each<[string, (means: Means) => SignInEntry | Promise<SignInEntry>]>([
  ['a token in a variable', () => ({ token: { env: 'MDE_SIGN_IN_TOKEN' } })],
  [
    'a command',
    async ({ token, workspace }) => ({
      command: [
        process.execPath,
        '-e',
        'console.log(require("fs").readFileSync(process.argv[1], "utf8")); console.error(process.argv)',
        await workspace.write('token.txt', token),
      ],
    }),
  ],
  ['the login form', ({ email }) => ({ form: { username: email, password: { env: 'MDE_SIGN_IN_PASSWORD' } } })],
])(
  'who signs in by %s finds neither the password nor a token nor a cookie in what the run wrote',
  async (_, signIn) => {
    expect(await signInLeaks(signIn)).toEqual([]);
  },
);
