import { expect, test } from 'vitest';
import { md5Digest } from './digest.ts';

// The first is the example of OMA DM Protocol 1.2.1, section 9.4.2.
test.each([
  ['Bruce2', 'OhBehave', Buffer.from('Nonce'), 'Zz6EivR3yeaaENcRN6lpAQ=='],
  ['device-1', 's3cret', Buffer.from('AAECAwQFBgcICQoLDA0ODw==', 'base64'), 'PmZrO4sanWd7ePIzK4DD5w=='],
])('the digest of %s', (name, secret, nonce, digest) => {
  expect(md5Digest({ name, secret, nonce })).toBe(digest);
});
