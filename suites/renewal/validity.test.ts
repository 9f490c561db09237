import { testCheck } from '../../harness/testing/check-tester.ts';
import { renewedValidity } from './validity.ts';

testCheck(renewedValidity, {
  fails: [
    'The certificate expires on 2026-07-14T09:30:00.000Z, before the one that it replaces',
    'The certificate expires in 30 days, RenewPeriod is 42',
  ],
});
