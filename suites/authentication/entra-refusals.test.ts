import { testCheck } from '../../harness/testing/check-tester.ts';
import { entraSignature } from './entra-signature.ts';
import { entraUnknownKey } from './entra-unknown-key.ts';
import { entraUnsigned } from './entra-unsigned.ts';
import { entraPublicKeyMac } from './entra-public-key-mac.ts';
import { entraTokenIssuer } from './entra-issuer.ts';
import { entraTenant } from './entra-tenant.ts';
import { entraAudience } from './entra-audience.ts';
import { entraExpiry } from './entra-expiry.ts';
import { entraNotBefore } from './entra-not-before.ts';
import { entraTokenRefusals } from './scenarios/entra-token-refusals.ts';

const scenarios = [entraTokenRefusals];

testCheck(entraSignature, { scenarios, fails: ['The server accepted a token with the signature of another token'] });
testCheck(entraUnknownKey, { scenarios, fails: ['The server accepted a token signed by a stranger'] });
testCheck(entraUnsigned, { scenarios, fails: ['The server accepted a token without a signature'] });
testCheck(entraPublicKeyMac, {
  scenarios,
  fails: ['The server accepted a token whose HS256 is keyed by the public key'],
});
testCheck(entraTokenIssuer, { scenarios, fails: ['The server accepted a token of another issuer'] });
testCheck(entraTenant, { scenarios, fails: ['The server accepted a token of another tenant'] });
testCheck(entraAudience, { scenarios, fails: ['The server accepted a token for another audience'] });
testCheck(entraExpiry, { scenarios, fails: ['The server accepted a token that has expired'] });
testCheck(entraNotBefore, { scenarios, fails: ['The server accepted a token that is not valid yet'] });
