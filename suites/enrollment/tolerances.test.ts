import { testCheckTable } from '../../harness/testing/check-table.ts';
import { enrollmentChecks } from './index.ts';
import { contextItemVariants } from './scenarios/context-item-variants.ts';
import { tokenRequestVariants } from './scenarios/token-request-variants.ts';
import { usernameTokenVariants } from './scenarios/username-token-variants.ts';

const refused = 'The server answered with a fault (MessageFormat)';
/** A Windows sends the variant. */
const refusedDevice = `${refused}; a device shows 0x80180001`;

testCheckTable(enrollmentChecks, {
  'enrollment/absent-context-items': { scenarios: [contextItemVariants], fails: [refusedDevice] },
  'enrollment/boolean-variants': { scenarios: [contextItemVariants], fails: [refused] },
  'enrollment/certificate-request-spacing': { scenarios: [tokenRequestVariants], fails: [refused] },
  'enrollment/device-enrollment': { scenarios: [contextItemVariants], fails: [refusedDevice] },
  'enrollment/device-id-variants': { scenarios: [contextItemVariants], fails: [refused] },
  'enrollment/hardware-id-variants': { scenarios: [contextItemVariants], fails: [refused, refused] },
  'enrollment/ignored-elements': { scenarios: [tokenRequestVariants], fails: [refused, refused] },
  'enrollment/ignored-request-id': { scenarios: [tokenRequestVariants], fails: [refused] },
  'enrollment/password-attributes': { scenarios: [usernameTokenVariants], fails: [refused] },
  'enrollment/repeated-context-items': { scenarios: [contextItemVariants], fails: [refusedDevice, refusedDevice] },
  'enrollment/spare-context-items': { scenarios: [contextItemVariants], fails: [refusedDevice] },
  'enrollment/unknown-context-items': { scenarios: [contextItemVariants], fails: [refused] },
  'enrollment/windows-11-items': {
    scenarios: [contextItemVariants],
    fails: [refusedDevice, refusedDevice, refusedDevice, refusedDevice, refusedDevice],
  },
  'enrollment/username-token-id': { scenarios: [usernameTokenVariants], fails: [refused, refused] },
});
