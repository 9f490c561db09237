import { reissue } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { clientAuthentication } from './client-authentication.ts';

testCheck(clientAuthentication, {
  fails: ['The extended key usages are 1.3.6.1.5.5.7.3.1'],
  passes: { 'any purpose': reissue({ extendedKeyUsages: ['2.5.29.37.0'] }) },
  inapplicable: { 'a certificate without restriction': reissue({ extendedKeyUsages: [] }) },
});
