import { answer, replace } from '../../harness/engine/rule/departures.ts';
import { namespaces } from '../../harness/protocol/xml/namespaces.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { windowsEnrollment } from '../enrollment/scenarios/windows-enrollment.ts';
import { enrollmentCredentialRefusals } from '../enrollment/scenarios/enrollment-credential-refusals.ts';
import { structure } from './structure.ts';

testCheck(structure, {
  scenarios: [windowsEnrollment, enrollmentCredentialRefusals],
  fails: [
    'The root element is {urn:example:soap}Envelope',
    'The Envelope has 2 Body elements',
    'The Envelope has 0 Body elements',
  ],
  alsoFails: {
    'an answer to the wrong sort of credential': [
      {
        asked: '/Enrollment/DeviceEnrollmentUserToken"',
        ...replace('issue fault', namespaces.s, 'urn:example:soap'),
      },
      'The root element is {urn:example:soap}Envelope',
    ],
  },
  passes: {
    'SOAP 1.1, which other checks report': replace('discover', namespaces.s, namespaces.s11),
    'a refusal as JSON, which is no SOAP at all': answer('issue fault', { as: 'json' }),
    'an answer that cannot be read, which another check reports': replace('get-policies', '</s:Body>', '</s:Bodies>'),
  },
});
