import { testCheck } from '../../harness/testing/check-tester.ts';
import { requestVersions } from './request-versions.ts';
import { discoverVersions } from './scenarios/discover-versions.ts';

const refused = 'The server answered with a fault (MessageFormat); a device shows 0x80180001';

testCheck(requestVersions, { scenarios: [discoverVersions], fails: [refused, refused, refused] });
