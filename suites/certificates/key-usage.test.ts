import { reissue } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { keyUsage } from './key-usage.ts';

testCheck(keyUsage, {
  fails: ['The key usages are keyEncipherment'],
  inapplicable: { 'a certificate without restriction': reissue({ keyUsages: [] }) },
});
