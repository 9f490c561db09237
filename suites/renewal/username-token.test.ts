import { testCheck } from '../../harness/testing/check-tester.ts';
import { renewalVariants } from './scenarios/renewal-variants.ts';
import { usernameToken } from './username-token.ts';

const refused = 'The server answered with a fault (MessageFormat); a device shows 0x80180001';

testCheck(usernameToken, { scenarios: [renewalVariants], fails: [refused, refused] });
