import { close } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { expiredCertificate } from './expired-certificate.ts';
import { renewalStates } from './scenarios/renewal-states.ts';
import { messageIds } from './shared/message-ids.ts';

testCheck(expiredCertificate, {
  scenarios: renewalStates.filter(({ state }) => state === 'expired-certificate'),
  fails: ['The server accepted the request', /^The server refused with HTTP 500 with an HTML page/],
  passes: { 'a connection that is ended': { asked: messageIds['expired-certificate'], ...close('renew fault') } },
});
