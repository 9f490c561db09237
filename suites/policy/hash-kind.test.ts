import { remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { hashKind } from './hash-kind.ts';

const value = (oid: string) => set('get-policies', '//x:oID[x:group="1"]/x:value', oid);

testCheck(hashKind, {
  fails: [
    'hashAlgorithmOIDReference names "1.3.6.1.5.5.7.3.2", which is no hash',
    'hashAlgorithmOIDReference names "1.2.840.113549.1.1.1", which is no hash',
  ],
  alsoFails: { 'a name': [value('sha256'), 'hashAlgorithmOIDReference names "sha256", which is no hash'] },
  passes: {
    'SHA-1 with RSA, as published': value('1.3.14.3.2.29'),
    'SHA-512': value('2.16.840.1.101.3.4.2.3'),
    'SHA-256 with RSA': value('1.2.840.113549.1.1.11'),
    'SHA-256 with ECDSA': value('1.2.840.10045.4.3.2'),
    'a padded value, of which another check speaks': value(' 2.16.840.1.101.3.4.2.1 '),
  },
  inapplicable: { 'a policy without a hash': remove('get-policies', '//x:hashAlgorithmOIDReference') },
});
