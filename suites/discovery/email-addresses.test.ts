import { testCheck } from '../../harness/testing/check-tester.ts';
import { emailAddresses } from './email-addresses.ts';
import { discoverUsers } from './scenarios/discover-users.ts';

const refused = 'The server answered with a fault (MessageFormat); a device shows 0x80180001';

testCheck(emailAddresses, { scenarios: [discoverUsers], fails: [refused, refused, refused] });
