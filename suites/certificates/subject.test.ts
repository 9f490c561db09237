import { testCheck } from '../../harness/testing/check-tester.ts';
import { subject } from './subject.ts';

testCheck(subject, {
  fails: ['The subject is empty'],
});
