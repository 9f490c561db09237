import { testCheckTable } from '../../harness/testing/check-table.ts';
import { renewalChecks } from './index.ts';
import { renewalVariants } from './scenarios/renewal-variants.ts';

const refused = 'The server answered with a fault (MessageFormat); a device shows 0x80180001';

testCheckTable(renewalChecks, {
  'renewal/username-token': { scenarios: [renewalVariants], fails: [refused, refused] },
  'renewal/value-type': { scenarios: [renewalVariants], fails: [refused] },
});
