import { testCheck } from '../../harness/testing/check-tester.ts';
import { intermediateStore } from './intermediate-store.ts';

testCheck(intermediateStore, {
  fails: ['An intermediate certificate is under CA/User', 'An intermediate certificate is under My/System'],
});
