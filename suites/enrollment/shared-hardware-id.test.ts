import { reissue } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { sharedHardwareId as driven } from './scenarios/shared-hardware-id.ts';
import { sharedHardwareId } from './shared-hardware-id.ts';

testCheck(sharedHardwareId, {
  scenarios: [driven],
  fails: [/^The certificate has the name "CN=[^"]+" of the device of exchange 2, which has the same HWDevID$/],
  inapplicable: {
    'a server that refuses the second device': {
      on: 'issue',
      every: 2,
      answer: { as: 'fault', subcode: 'Authorization' },
    },
    'a server that names certificates after the user': reissue({ subject: 'CN=user@contoso.example' }),
  },
});
