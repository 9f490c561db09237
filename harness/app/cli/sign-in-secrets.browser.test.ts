import { expect, test } from 'vitest';
import { signInLeaks } from './testing/sign-in-leaks.ts';

test('who signs in in a browser finds neither the password nor a token nor a cookie in what the run wrote', async () => {
  const leaks = await signInLeaks(({ email }) => ({
    browser: {
      headless: true,
      script: [
        { fill: '#username', with: email },
        { fill: '#password', with: { env: 'MDE_SIGN_IN_PASSWORD' } },
        { click: 'button[type=submit]' },
      ],
    },
  }));
  expect(leaks).toEqual([]);
});
