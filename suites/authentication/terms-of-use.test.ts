import { behaves } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { entraEnrollmentDataCheck } from './entra-enrollment-data.ts';
import { entraJoinStore } from './entra-join.ts';
import { entraTokenVersion } from './entra-token-version.ts';
import { entraToken } from './entra-token.ts';
import { entraEnrollmentData } from './scenarios/entra-enrollment-data.ts';
import { entraJoin } from './scenarios/entra-join.ts';
import { entraTerms } from './scenarios/entra-terms.ts';
import { entraTokenVersions } from './scenarios/entra-token-versions.ts';
import { termsAcceptance } from './terms-acceptance.ts';
import { termsApiVersion } from './terms-api-version.ts';
import { termsCredentials } from './terms-credentials.ts';
import { termsDecline } from './terms-decline.ts';
import { termsErrors } from './terms-errors.ts';
import { termsJoin } from './terms-join.ts';
import { termsOfUseAnswer } from './terms-of-use-answer.ts';
import { termsRequestId } from './terms-request-id.ts';
import { termsToken } from './terms-token.ts';

const lawful = {
  'a page that accepts at once': behaves({ termsPage: 'direct' }),
  'links in place of a form': behaves({ termsPage: 'links' }),
  'a redirect before the page': behaves({ termsPage: 'redirects' }),
};
const scenarios = [entraTokenVersions, entraJoin, entraTerms];
const noPage = { 'a page that accepts at once': behaves({ termsPage: 'direct' }) };

testCheck(termsOfUseAnswer, {
  scenarios,
  fails: [
    'The server answered with HTTP 404',
    'The server answered with HTTP 200 with an empty body',
    'The server answered with HTTP 200 with no page',
  ],
  passes: { ...lawful, 'tokens of version 1 only': behaves({ entraRefuses: 'version-2' }) },
});
testCheck(termsToken, {
  scenarios,
  fails: [
    'The terms of use opened for no token',
    'The terms of use opened for a token with the signature of another token',
    'The terms of use opened for a token for another audience',
  ],
  passes: {
    'a page that accepts at once': lawful['a page that accepts at once'],
    'errors that are pages': behaves({ termsPage: 'errors-as-pages' }),
  },
});
testCheck(termsAcceptance, {
  scenarios,
  fails: [
    'The redirect has no OpaqueBlob',
    'OpaqueBlob is empty',
    'IsAccepted is "yes"',
    'The answer does not lead to redirect_uri',
  ],
  passes: lawful,
});
testCheck(termsDecline, {
  scenarios,
  fails: ['IsAccepted is "true" after the user declined', 'The decline led to the error "server_error"'],
  passes: {
    'links in place of a form': lawful['links in place of a form'],
    'a redirect before the page': lawful['a redirect before the page'],
  },
  inapplicable: noPage,
});
testCheck(termsErrors, {
  scenarios,
  fails: ['The refusal of no token is HTTP 401', 'error is "failed"', 'The error has no error_description'],
  passes: lawful,
});
testCheck(termsApiVersion, {
  scenarios,
  fails: ['The terms of use opened for the api-version 99.0', 'error is "failed"'],
  passes: lawful,
});
testCheck(termsRequestId, { scenarios, fails: ['client-request-id is missing'], passes: lawful });
testCheck(termsCredentials, {
  scenarios,
  fails: ['The page has the password field "password"'],
  passes: { 'links in place of a form': lawful['links in place of a form'] },
  inapplicable: noPage,
});
testCheck(termsJoin, {
  scenarios,
  fails: ['The page offers "Decline" with mode=azureadjoin'],
  passes: { 'links in place of a form': lawful['links in place of a form'] },
  inapplicable: noPage,
});
testCheck(entraToken, {
  scenarios,
  fails: [/^The server answered with a fault \(Authentication\) what its other service accepted/],
  inconclusive: { 'no service that takes tokens': behaves({ entraRefuses: 'everywhere' }) },
});
testCheck(entraTokenVersion, {
  scenarios,
  fails: [/^The server answered a token of version 2 with a fault/],
  inapplicable: { 'no service that takes tokens': behaves({ entraRefuses: 'everywhere' }) },
});
testCheck(entraJoinStore, { scenarios, fails: ['The certificate is below My/User'] });
testCheck(entraEnrollmentDataCheck, {
  scenarios: [entraEnrollmentData],
  fails: ['The server accepted changed EnrollmentData'],
});
