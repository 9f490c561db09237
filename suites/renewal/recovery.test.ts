import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { recovery } from './recovery.ts';
import { renewalRefusals } from './scenarios/renewal-refusals.ts';

testCheck(recovery, {
  scenarios: [renewalRefusals],
  fails: ['The server accepted the request', /^The server refused with HTTP 500 with an HTML page/],
  inconclusive: {
    'a server that allows it': provisioning.append(
      '//characteristic[@type="Provider"]/characteristic',
      '<characteristic type="Recovery"><parm name="AllowRecovery" value="true" datatype="boolean"/></characteristic>',
    ),
  },
});
