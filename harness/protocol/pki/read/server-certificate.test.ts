import { expect, test } from 'vitest';
import { createAuthority, poolAuthorityKeys } from '../build/authority.ts';
import { seededBytes } from '../build/seeded-bytes.ts';
import { isForHost, namesOf, readSentChain } from './server-certificate.ts';

const authority = createAuthority({ now: () => new Date(), random: seededBytes('s'), keys: poolAuthorityKeys() });
const { chainPem } = authority.serverIdentity({ hosts: ['*.a.example', '127.0.0.1'] });

test('a chain is read as it was sent, without what is no certificate', () => {
  const chain = readSentChain([chainPem, 'nonsense', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----']);
  expect(chain.map(({ subject }) => subject.toString())).toEqual([
    'CN=*.a.example',
    'CN=Reference TLS CA,O=MDE Conformance',
  ]);
});

test('names are those of subjectAltName, or of the subject', () => {
  const [leaf, intermediate] = readSentChain([chainPem]);
  if (!leaf || !intermediate) throw new Error('the chain is not whole');
  expect(namesOf(leaf)).toBe('DNS:*.a.example, IP Address:127.0.0.1');
  expect(namesOf(intermediate)).toBe('CN=Reference TLS CA,O=MDE Conformance');
  const hosts = ['b.a.example', '127.0.0.1', 'a.example', 'c.b.a.example', '127.0.0.2', '::1'];
  expect(hosts.filter((host) => isForHost(leaf, host))).toEqual(['b.a.example', '127.0.0.1']);
});
