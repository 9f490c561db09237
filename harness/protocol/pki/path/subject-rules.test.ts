import { extensionOids as oids } from '../read/extensions.ts';
import { chain, leafWith, testRules } from '../testing/chains.ts';
import { tlv } from '../testing/der-writer.ts';
import { named, nameDer, subjectAltName } from '../testing/extension-writer.ts';

testRules('subjects', {
  'a leaf without subject and alternative names': [
    chain({ leaf: { subject: '', without: [oids.subjectAltName] } }),
    'subject, leaf: subject',
    chain({ leaf: { without: [oids.subjectAltName] } }),
  ],
  'host names that are none': [
    leafWith(
      subjectAltName(
        ...[
          '.example.com',
          'a..b',
          '',
          ' ',
          'example.com.',
          '-a.example',
          'a_b.example',
          'f*.example.com',
          '*',
          'a.*.b',
        ].map(named.dns),
      ),
    ),
    Array.from({ length: 10 }, (_, index) => `subject-alternative-name, leaf: extensions[subjectAltName][${index}]`),
    leafWith(
      subjectAltName(
        ...['example.com', '*.example.com', 'xn--bcher-kva.example', 'A-1.2.example', 'host'].map(named.dns),
      ),
    ),
  ],
  'addresses that are none': [
    leafWith(
      subjectAltName(
        ...['a@b@example.com', 'example.com', '@example.com', 'a@', 'a@.example.com', 'a b@example.com'].map(
          named.email,
        ),
      ),
    ),
    Array.from({ length: 6 }, (_, index) => `subject-alternative-name, leaf: extensions[subjectAltName][${index}]`),
    leafWith(subjectAltName(...['a.b+c@example.com', '"a@b"@example.com', 'a@[192.0.2.1]'].map(named.email))),
  ],
  'URIs that are none': [
    leafWith(subjectAltName(...['/a/b', 'example.com', 'http:', 'http://a b/'].map(named.uri))),
    Array.from({ length: 4 }, (_, index) => `subject-alternative-name, leaf: extensions[subjectAltName][${index}]`),
    leafWith(
      subjectAltName(
        ...['https://example.com/a', 'urn:uuid:1', 'tag:microsoft.com,2022-09-14:sid:S-1-5'].map(named.uri),
      ),
    ),
  ],
  'an address of eight octets': [
    leafWith(subjectAltName(named.ip(192, 0, 2, 0, 255, 255, 255, 0))),
    'extension-value, leaf: extensions[subjectAltName]',
    leafWith(subjectAltName(named.ip(192, 0, 2, 1), named.ip(...Array<number>(15).fill(0), 1))),
  ],
  'kinds that nobody judges': [
    leafWith(subjectAltName(tlv(0x9e))),
    'extension-value, leaf: extensions[subjectAltName]',
    leafWith(
      subjectAltName(named.other('1.3.6.1.4.1.311.20.2.3'), named.registered('1.2.3'), tlv(0xa4, nameDer('CN=x'))),
    ),
  ],
});
