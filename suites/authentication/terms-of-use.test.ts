import { behaves } from '../../harness/engine/rule/departures.ts';
import { testCheckTable } from '../../harness/testing/check-table.ts';
import { authenticationChecks } from './index.ts';
import { entraEnrollmentData } from './scenarios/entra-enrollment-data.ts';
import { entraJoin } from './scenarios/entra-join.ts';
import { entraProvisioningItems } from './scenarios/entra-provisioning-items.ts';
import { entraTerms } from './scenarios/entra-terms.ts';
import { entraTokenVersions } from './scenarios/entra-token-versions.ts';

const refusedItem = /^The server answered with a fault \(MessageFormat\)/;
const lawful = {
  'a page that accepts at once': behaves({ termsPage: 'direct' }),
  'links in place of a form': behaves({ termsPage: 'links' }),
  'a redirect before the page': behaves({ termsPage: 'redirects' }),
};
const scenarios = [entraTokenVersions, entraJoin, entraTerms];
const noPage = { 'a page that accepts at once': behaves({ termsPage: 'direct' }) };

testCheckTable(authenticationChecks, {
  'authentication/entra-provisioning-items': {
    scenarios: [entraProvisioningItems],
    fails: [refusedItem, refusedItem, refusedItem],
  },
  'authentication/terms-of-use-answer': {
    scenarios,
    fails: [
      'The server answered with HTTP 404',
      'The server answered with HTTP 200 with an empty body',
      'The server answered with HTTP 200 with no page',
    ],
    passes: { ...lawful, 'tokens of version 1 only': behaves({ entraRefuses: 'version-2' }) },
  },
  'authentication/terms-token': {
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
  },
  'authentication/terms-acceptance': {
    scenarios,
    fails: [
      'The redirect has no OpaqueBlob',
      'OpaqueBlob is empty',
      'IsAccepted is "yes"',
      'The answer does not lead to redirect_uri',
    ],
    passes: lawful,
  },
  'authentication/terms-decline': {
    scenarios,
    fails: ['IsAccepted is "true" after the user declined', 'The decline led to the error "server_error"'],
    passes: {
      'links in place of a form': lawful['links in place of a form'],
      'a redirect before the page': lawful['a redirect before the page'],
    },
    inapplicable: noPage,
  },
  'authentication/terms-errors': {
    scenarios,
    fails: ['The refusal of no token is HTTP 401', 'error is "failed"', 'The error has no error_description'],
    passes: lawful,
  },
  'authentication/terms-api-version': {
    scenarios,
    fails: ['The terms of use opened for the api-version 99.0', 'error is "failed"'],
    passes: lawful,
  },
  'authentication/terms-request-id': { scenarios, fails: ['client-request-id is missing'], passes: lawful },
  'authentication/terms-credentials': {
    scenarios,
    fails: ['The page has the password field "password"'],
    passes: { 'links in place of a form': lawful['links in place of a form'] },
    inapplicable: noPage,
  },
  'authentication/terms-join': {
    scenarios,
    fails: ['The page offers "Decline" with mode=azureadjoin'],
    passes: { 'links in place of a form': lawful['links in place of a form'] },
    inapplicable: noPage,
  },
  'authentication/entra-token': {
    scenarios,
    fails: [/^The server answered with a fault \(Authentication\) what its other service accepted/],
    inconclusive: { 'no service that takes tokens': behaves({ entraRefuses: 'everywhere' }) },
  },
  'authentication/entra-token-version': {
    scenarios,
    fails: [/^The server answered a token of version 2 with a fault/],
    inapplicable: { 'no service that takes tokens': behaves({ entraRefuses: 'everywhere' }) },
  },
  'authentication/entra-join': { scenarios, fails: ['The certificate is below My/User'] },
  'authentication/entra-enrollment-data': {
    scenarios: [entraEnrollmentData],
    fails: ['The server accepted changed EnrollmentData'],
  },
});
