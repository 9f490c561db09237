import { close, status } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { foreignCertificate } from './foreign-certificate.ts';
import { renewalRefusals } from './scenarios/renewal-refusals.ts';
import { messageIds } from './shared/message-ids.ts';

const asked = messageIds.foreign;

testCheck(foreignCertificate, {
  scenarios: [renewalRefusals],
  fails: [
    'The server accepted the request',
    'The server accepted the request',
    /^The server refused with HTTP 500 with an HTML page/,
  ],
  passes: {
    'a connection that is ended': { asked, ...close('renew fault') },
    'HTTP 403 of a gateway': [
      { asked, on: 'renew fault', answer: { as: 'html' } },
      { asked, ...status('renew fault', 403) },
    ],
  },
});
