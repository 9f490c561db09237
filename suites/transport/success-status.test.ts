import { testCheck } from '../../harness/testing/check-tester.ts';
import { successStatus } from './success-status.ts';

testCheck(successStatus, { fails: ['HTTP status is 202'] });
