import { describe, expect, test } from 'vitest';
import { chain, chainOf, testRules, verdictOn } from '../testing/chains.ts';
import { named, subjectAltName } from '../testing/extension-writer.ts';
import { mintAuthority, mintRoot } from '../testing/mint.ts';
import { peerNameDefect, type PeerName } from './peer-name.ts';

const { dns, email, ip } = named;
const asked = (names: readonly Uint8Array[], ...wanted: readonly PeerName[]) =>
  chain({ leaf: { with: [subjectAltName(...names)] }, demands: { names: wanted } });
const host = (value: string): PeerName => ({ type: 'dns', value });
const address = (value: string): PeerName => ({ type: 'ip', value });
const mailbox = (value: string): PeerName => ({ type: 'email', value });
const refused = 'peer-name, leaf: extensions[subjectAltName]';

testRules('names that are asked for', {
  'a host': [
    asked([dns('a.example')], host('b.example')),
    refused,
    asked([dns('x.example'), dns('A.example')], host('a.EXAMPLE')),
  ],
  'a host with a period at its end': [
    asked([dns('a.example')], host('b.example.')),
    refused,
    asked([dns('a.example')], host('a.example.')),
  ],
  'a host in other scripts': [
    asked([dns('bucher.example')], host('bücher.example')),
    refused,
    asked([dns('xn--bcher-kva.example')], host('bücher.example')),
  ],
  'one label for the asterisk': [
    asked([dns('*.example.com')], host('a.b.example.com')),
    refused,
    asked([dns('*.example.com')], host('a.example.com')),
  ],
  'no label for the asterisk': [
    asked([dns('*.example.com')], host('example.com')),
    refused,
    asked([dns('*.example.com'), dns('example.com')], host('example.com')),
  ],
  'an asterisk below a top-level domain': [
    asked([dns('*.com')], host('example.com')),
    refused,
    asked([dns('*.example.com')], host('www.example.com')),
  ],
  'each of several': [
    asked([dns('a.example')], host('a.example'), host('b.example')),
    refused,
    asked([dns('a.example'), dns('b.example')], host('a.example'), host('b.example')),
  ],
  'an address': [
    asked([ip(192, 0, 2, 1)], address('192.0.2.2')),
    refused,
    asked([ip(192, 0, 2, 1)], address('192.0.2.1')),
  ],
  'an address that is a host name': [
    asked([dns('192.0.2.1')], address('192.0.2.1')),
    refused,
    asked([dns('192.0.2.1'), ip(192, 0, 2, 1)], address('192.0.2.1')),
  ],
  'an address of version 6, however it is written': [
    asked([ip(...Array<number>(15).fill(0), 1)], address('::2')),
    refused,
    asked([ip(...Array<number>(15).fill(0), 1)], address('0:0:0:0:0:0:0:1')),
  ],
  'an e-mail address': [
    asked([email('me@example.com')], mailbox('Me@example.com')),
    refused,
    asked([email('me@example.com')], mailbox('me@Example.com')),
  ],
});

test('the common name stands for no host', () => {
  const { findings } = verdictOn(
    chainOf({ leaf: { subject: 'CN=a.example', without: ['2.5.29.17'] }, demands: { names: [host('a.example')] } }),
  );
  expect(findings.map(({ message }) => message)).toEqual([
    '"CN=a.example" is not for dns:a.example: it has no name of that kind',
  ]);
});

test('an authority in the place of a leaf is asked for its names too', () => {
  const root = mintRoot();
  const leaf = mintAuthority(root, { with: [subjectAltName(dns('ca.example'))] });
  const verdict = (name: string) =>
    verdictOn({ leaf, intermediates: [], anchors: [root], demands: { purpose: 'server', names: [host(name)] } });
  expect(verdict('ca.example').findings).toEqual([]);
  expect(verdict('other.example').findings.map(({ rule }) => rule)).toEqual(['peer-name']);
});

describe('a name that is none is told by what is wanted', () => {
  test.each([
    [host('a b'), 'a host name, such as device.example.com'],
    [host('*.example.com'), 'a host name, such as device.example.com'],
    [host(''), 'a host name, such as device.example.com'],
    [address('192.0.2'), 'an IPv4 or IPv6 address'],
    [address('192.0.2.0/24'), 'an IPv4 or IPv6 address'],
    [mailbox('me'), 'an e-mail address'],
    [host('device'), undefined],
    [address('::1'), undefined],
    [mailbox('me@example.com'), undefined],
  ] as const)('%o', (name, wanted) => {
    expect(peerNameDefect(name)).toBe(wanted);
  });
});
