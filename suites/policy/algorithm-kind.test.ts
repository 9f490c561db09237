import { set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { algorithmKind } from './algorithm-kind.ts';

const value = (oid: string) => set('get-policies', '//x:oID[x:group="3"]/x:value', oid);

testCheck(algorithmKind, {
  fails: [
    'algorithmOIDReference names "2.5.29.37", which is no algorithm',
    'algorithmOIDReference names "2.16.840.1.101.3.4.2.1", which is no algorithm',
  ],
  passes: {
    'keys on elliptic curves': value('1.2.840.10045.2.1'),
    'RSA with a hash': value('1.2.840.113549.1.1.11'),
    'an Edwards curve': value('1.3.101.112'),
  },
  inapplicable: { 'a reference that leads nowhere': set('get-policies', '//x:algorithmOIDReference', '77') },
});
