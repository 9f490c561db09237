import { testCheck } from '../../harness/testing/check-tester.ts';
import { offeredPolicies } from './offered-policies.ts';
import { discoverPolicies } from './scenarios/discover-policies.ts';

const refused = 'The server answered with a fault (MessageFormat); a device shows 0x80180001';

testCheck(offeredPolicies, { scenarios: [discoverPolicies], fails: [refused, refused, refused] });
