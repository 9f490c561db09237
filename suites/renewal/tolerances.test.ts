import { testCheckTable } from '../../harness/testing/check-table.ts';
import { renewalChecks } from './index.ts';
import { renewalVariants } from './scenarios/renewal-variants.ts';

/** A device may send it; no Windows sends the others. */
const refusedDevice = 'The server answered with a fault (MessageFormat); a device shows 0x80180001';

testCheckTable(renewalChecks, {
  'renewal/username-token': { scenarios: [renewalVariants], fails: [refusedDevice, refusedDevice] },
  'renewal/value-type': { scenarios: [renewalVariants], fails: ['The server answered with a fault (MessageFormat)'] },
});
