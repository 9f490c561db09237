import { behaves } from '../../harness/engine/rule/departures.ts';
import { testCheckTable } from '../../harness/testing/check-table.ts';
import { managementChecks } from './index.ts';
import { expiredSession } from './scenarios/expired-session.ts';
import { firstSession } from './scenarios/first-session.ts';
import { serverUnenrollment } from './scenarios/server-unenrollment.ts';
import { sessionAfterRenewal } from './scenarios/session-after-renewal.ts';
import { sessionContents } from './scenarios/session-contents.ts';
import { sessionCourses } from './scenarios/session-courses.ts';
import { sessionForms } from './scenarios/session-forms.ts';
import { sessionIdentity } from './scenarios/session-identity.ts';
import { sessionIds } from './scenarios/session-ids.ts';
import { sessionProofs } from './scenarios/session-proofs.ts';
import { sessionRefusals } from './scenarios/session-refusals.ts';
import { signedSessions } from './scenarios/signed-sessions.ts';
import { simultaneousSessions } from './scenarios/simultaneous-sessions.ts';
import { userUnenrollment } from './scenarios/user-unenrollment.ts';

const [identity, refusals, proofs] = [[sessionIdentity], [sessionRefusals], [sessionProofs]];
const [ids, forms, contents, courses] = [[sessionIds], [sessionForms], [sessionContents], [sessionCourses]];
const leaving = [userUnenrollment];
const forgedHeader = /^The server held a session with no certificate but one in X-Client-Cert/;
const refused = /HTTP 4\d\d/;

testCheckTable(managementChecks, {
  'management/proof': {
    scenarios: [firstSession],
    fails: [
      'The server did not believe the proof of the account',
      'The server asked once more after it had believed a proof',
    ],
  },
  'management/nonce': { scenarios: [firstSession], fails: [/^NextNonce \S+ was given before$/] },
  'management/session-end': { scenarios: [firstSession], fails: ['Message 20 of the session got commands again'] },
  'management/ended-session': {
    scenarios: courses,
    fails: ['Get answers a device that has ended the session'],
  },
  'management/repeated-changes': {
    scenarios: [firstSession],
    fails: [/^Replace of \S+AllowCamera was sent in an earlier session$/],
  },
  'management/message-signature': {
    scenarios: [signedSessions],
    fails: [
      'The server held a session with no signature',
      'The server held a session with the signature of another body',
      'The server held a session with the signature of a stranger with the same subject',
    ],
  },
  'management/retry-after': {
    cleanIs: 'inapplicable',
    scenarios: [firstSession],
    fails: ['HTTP 429 has no Retry-After'],
  },
  'management/session-ids': { scenarios: ids, fails: [refused, refused, refused] },
  'management/hardware-id': { scenarios: identity, fails: [refused] },
  'management/alerts': { scenarios: contents, fails: [refused, refused, refused] },
  'management/message-forms': { scenarios: forms, fails: [refused, refused, refused, refused] },
  'management/request-headers': { scenarios: forms, fails: [refused, refused, refused] },
  'management/device-answers': { scenarios: contents, fails: [refused, refused, refused] },
  'management/pending-requests': { scenarios: courses, fails: [refused] },
  'management/large-messages': { scenarios: courses, fails: [refused] },
  'management/repeated-messages': { scenarios: courses, fails: [refused] },
  'management/fresh-sessions': { scenarios: ids, fails: [refused] },
  'management/simultaneous-sessions': { scenarios: [simultaneousSessions], fails: [refused] },
  'management/renewed-certificate': { scenarios: [sessionAfterRenewal], fails: [refused] },
  'management/malformed': {
    scenarios: refusals,
    fails: ['The server took a message that breaks off', /^The server gave no complete answer/],
  },
  'management/empty-message': {
    scenarios: refusals,
    fails: ['An empty message got HTTP 500', /^The server gave no complete answer/],
  },
  'management/entities': { scenarios: refusals, fails: ['The message got HTTP 500'] },
  'management/identity': {
    scenarios: identity,
    fails: [
      'The server held a session with no certificate',
      'The server held a session with a certificate of another issuer with the same subject',
      'The server held a session with no certificate',
      'The server held a session with a certificate of another issuer with the same subject',
      'The server held a session with no certificate but the signature of a stranger with the same subject',
    ],
    passes: { 'a server that knows devices by their secrets': behaves({ admits: 'secret' }) },
  },
  'management/forged-header': {
    scenarios: identity,
    fails: [forgedHeader, forgedHeader],
    passes: { 'a server that knows devices by their secrets': behaves({ admits: 'secret' }) },
    inapplicable: { 'a server that needs nothing': behaves({ admits: 'anybody', proof: 'unasked' }) },
  },
  'management/other-device': {
    scenarios: identity,
    fails: ['The server held a session with the DeviceID of another device'],
  },
  'management/device-enumeration': { scenarios: identity, fails: ['An unknown DeviceID gets HTTP 404'] },
  'management/wrong-proof': { scenarios: proofs, fails: ['The server held a session with a wrong secret'] },
  'management/used-proof': {
    scenarios: proofs,
    fails: ['The server held a session with a proof of an earlier session'],
  },
  'management/expired-certificate': {
    scenarios: [expiredSession],
    fails: [
      'The server held a session with an expired certificate',
      'The server held a session with an expired certificate',
    ],
    inapplicable: { 'a server that knows devices by their secrets': behaves({ admits: 'secret' }) },
  },
  'management/unenrollment': {
    scenarios: leaving,
    fails: ['The Status of alert 1226 is 406', /HTTP 500/, 'Get is sent to a device that leaves'],
  },
  'management/unenrolled-device': {
    scenarios: leaving,
    fails: [
      'The server held a session with the certificate of a device that left',
      'The server held a session with the certificate of a device that left',
    ],
  },
  'management/unenrollment-of-another': { scenarios: leaving, fails: [refused] },
  'management/unenroll-command': {
    scenarios: [serverUnenrollment],
    fails: ['No message of the server holds Exec', 'Exec is for ./Vendor/MSFT/DMClient/Leave'],
  },
});
