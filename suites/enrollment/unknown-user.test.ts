import { answer, status } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { enrollmentCredentialRefusals } from './scenarios/enrollment-credential-refusals.ts';
import { unknownEnrollmentUser } from './unknown-user.ts';

testCheck(unknownEnrollmentUser, {
  scenarios: [enrollmentCredentialRefusals],
  fails: ['A certificate was issued to a user whom nobody knows'],
  passes: {
    'a refusal in another form, which other checks report': status('issue fault', 401),
    'a refusal for another reason, which other checks report': answer('issue fault', {
      as: 'fault',
      subcode: 'Authorization',
    }),
  },
});
