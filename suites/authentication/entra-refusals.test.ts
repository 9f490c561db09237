import { testCheckTable } from '../../harness/testing/check-table.ts';
import { authenticationChecks } from './index.ts';
import { entraTokenRefusals } from './scenarios/entra-token-refusals.ts';

const scenarios = [entraTokenRefusals];

testCheckTable(authenticationChecks, {
  'authentication/entra-signature': {
    scenarios,
    fails: ['The server accepted a token with the signature of another token'],
  },
  'authentication/entra-unknown-key': { scenarios, fails: ['The server accepted a token signed by a stranger'] },
  'authentication/entra-unsigned': { scenarios, fails: ['The server accepted a token without a signature'] },
  'authentication/entra-public-key-mac': {
    scenarios,
    fails: ['The server accepted a token whose HS256 is keyed by the public key'],
  },
  'authentication/entra-issuer': { scenarios, fails: ['The server accepted a token of another issuer'] },
  'authentication/entra-tenant': { scenarios, fails: ['The server accepted a token of another tenant'] },
  'authentication/entra-audience': { scenarios, fails: ['The server accepted a token for another audience'] },
  'authentication/entra-expiry': { scenarios, fails: ['The server accepted a token that has expired'] },
  'authentication/entra-not-before': { scenarios, fails: ['The server accepted a token that is not valid yet'] },
});
