import { testCheck } from '../../harness/testing/check-tester.ts';
import { providerId } from './provider-id.ts';

testCheck(providerId, {
  fails: ['APPLICATION has no PROVIDER-ID', 'PROVIDER-ID is empty'],
});
