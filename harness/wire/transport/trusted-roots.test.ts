import { writeFileSync } from 'node:fs';
import tls from 'node:tls';
import { expect, test } from 'vitest';
import { createWorkspace } from '../../app/cli/testing/workspace.ts';
import { trustedRoots } from './trusted-roots.ts';

const [own = '', system = '', other = ''] = tls.rootCertificates;

/** Node from 22.15 on. */
const newNode = {
  rootCertificates: [own],
  getCACertificates: (store: 'default' | 'system') => (store === 'default' ? [own] : [own, system]),
};

test('what is given replaces everything else', () => {
  expect(trustedRoots([`${own}\n${other}\n`], { SSL_CERT_FILE: '/nowhere' }, newNode)).toEqual([own, other]);
});

test('the choice is left to Node where there is nothing besides its own roots', () => {
  expect(trustedRoots(undefined, {}, { rootCertificates: [own] })).toBeUndefined();
  const same = { ...newNode, getCACertificates: () => [`${own}\r\n`] };
  expect(trustedRoots(undefined, {}, same)).toBeUndefined();
});

test('the roots of the system are trusted too where Node offers them', () => {
  expect(trustedRoots(undefined, {}, newNode)).toEqual([own, own, system]);
});

test('SSL_CERT_FILE names more, and NODE_EXTRA_CA_CERTS still counts', async () => {
  await using workspace = await createWorkspace();
  writeFileSync(workspace.at('named.pem'), system);
  writeFileSync(workspace.at('extra.pem'), other);
  const environment = { SSL_CERT_FILE: workspace.at('named.pem'), NODE_EXTRA_CA_CERTS: workspace.at('extra.pem') };
  expect(trustedRoots(undefined, environment, { rootCertificates: [own] })).toEqual([own, system, other]);
});
