import { testCheck } from '../../harness/testing/check-tester.ts';
import { clientProfiles } from './client-profiles.ts';
import { clientProfiles as driven } from './scenarios/client-profiles.ts';

const refused = 'The server answered with a fault (MessageFormat); a device shows 0x80180001';

testCheck(clientProfiles, { scenarios: [driven], fails: [refused, refused, refused] });
