import { rename, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { tokenType } from './token-type.ts';

const type = 'http://schemas.microsoft.com/5.0.0.0/ConfigurationManager/Enrollment/DeviceEnrollmentToken';

testCheck(tokenType, {
  fails: [
    'TokenType is "http://schemas.microsoft.com/5.0.0.0/ConfigurationManager/Enrollment/DeviceEnrollmentProvisionDoc"',
    'TokenType is ""',
    'The response has no TokenType',
  ],
  passes: { 'a padded type, which anyURI allows': set('issue', '//wst:TokenType', `\n  ${type}\n`) },
  inapplicable: {
    'a response in another namespace': rename(
      'issue',
      '//wst:RequestSecurityTokenResponse',
      '{urn:example}RequestSecurityTokenResponse',
    ),
  },
});
