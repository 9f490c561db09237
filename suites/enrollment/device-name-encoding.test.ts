import { testCheck } from '../../harness/testing/check-tester.ts';
import { deviceNameEncoding } from './device-name-encoding.ts';
import { contextItemVariants } from './scenarios/context-item-variants.ts';

const asked = 'Zoë';

testCheck(deviceNameEncoding, {
  scenarios: [contextItemVariants],
  fails: [
    /^DeviceName came back as "mde-conformance-\w+-\d+ ZoÃ« 東京"$/,
    'The server answered with a fault (MessageFormat); a device shows 0x80180001',
  ],
  alsoFails: {
    'a server that puts question marks': [
      { on: 'issue', asked, provisioningReplace: 'Zoë 東京', by: 'Zo? ??' },
      /^DeviceName came back as .* Zo\? \?\?"$/,
    ],
  },
  passes: {
    'a server that cuts names': { on: 'issue', asked, provisioningReplace: 'Zoë 東京', by: 'Zo' },
    'a server that does not repeat names': {
      on: 'issue',
      asked,
      provisioning: { op: 'remove', at: '//parm[@name="EntDeviceName"]' },
    },
  },
});
