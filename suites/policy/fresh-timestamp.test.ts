import { remove } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { freshTimestamp } from './fresh-timestamp.ts';
import { policySecurity } from './scenarios/policy-security.ts';

testCheck(freshTimestamp, {
  scenarios: [policySecurity],
  fails: ['The server answered with a fault (MessageFormat); a device shows 0x80180001'],
  inapplicable: { 'a server without policy service': remove('discover', '//d:EnrollmentPolicyServiceUrl') },
});
