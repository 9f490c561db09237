import { testCheck } from '../../harness/testing/check-tester.ts';
import { provider } from './provider.ts';

testCheck(provider, {
  fails: ['The document has no DMClient', 'DMClient has no Provider', 'DMClient/Provider is empty'],
});
