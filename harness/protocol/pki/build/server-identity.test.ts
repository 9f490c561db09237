import { once } from 'node:events';
import https from 'node:https';
import tls from 'node:tls';
import { expect, test } from 'vitest';
import type { TlsDefect } from './tls-defect.ts';
import { createAuthority, poolAuthorityKeys } from './authority.ts';
import { seededBytes } from './seeded-bytes.ts';

const authority = createAuthority({
  now: () => new Date(),
  random: seededBytes('tls'),
  keys: poolAuthorityKeys(),
  changes: { root: { notAfterDays: -1 }, intermediate: { ca: false }, leaf: { hash: 'md5' } },
});

/** What a client that trusts `caPem` makes of the server: the error's code, or `authorized`. */
async function connect(defect?: TlsDefect): Promise<string> {
  const identity = authority.serverIdentity({ hosts: ['localhost', '127.0.0.1'], ...(defect && { defect }) });
  const server = https.createServer({ key: identity.keyPem, cert: identity.chainPem }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const socket = tls.connect({ port, host: '127.0.0.1', ca: identity.caPem, rejectUnauthorized: false });
  try {
    await once(socket, 'secureConnect');
    return socket.authorized ? 'authorized' : String(socket.authorizationError);
  } finally {
    socket.destroy();
    server.close();
  }
}

test('a client that trusts the root accepts the server, whatever is wrong with the device certificates', async () => {
  expect(await connect()).toBe('authorized');
});

const defects: readonly (readonly [TlsDefect, RegExp])[] = [
  ['self-signed', /SELF_SIGNED_CERT/],
  ['other-root', /SELF_SIGNED_CERT_IN_CHAIN/],
  ['wrong-purpose', /INVALID_PURPOSE/],
  ['expired', /CERT_HAS_EXPIRED/],
  ['expired-intermediate', /CERT_HAS_EXPIRED/],
  ['not-yet-valid', /CERT_NOT_YET_VALID/],
  ['wrong-name', /ERR_TLS_CERT_ALTNAME_INVALID/],
  ['leaf-only', /UNABLE_TO_(GET_ISSUER_CERT_LOCALLY|VERIFY_LEAF_SIGNATURE)/],
];

for (const [defect, code] of defects) {
  test(`with the defect ${defect} it does not`, async () => {
    expect(await connect(defect)).toMatch(code);
  });
}
