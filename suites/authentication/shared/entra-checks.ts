import type { Check } from '../../../harness/engine/rule/check.ts';
import { entraAudience } from '../entra-audience.ts';
import { entraEnrollmentDataCheck } from '../entra-enrollment-data.ts';
import { entraExpiry } from '../entra-expiry.ts';
import { entraTokenIssuer } from '../entra-issuer.ts';
import { entraJoinStore } from '../entra-join.ts';
import { entraNotBefore } from '../entra-not-before.ts';
import { entraProvisioningItemsCheck } from '../entra-provisioning-items.ts';
import { entraPublicKeyMac } from '../entra-public-key-mac.ts';
import { entraSignature } from '../entra-signature.ts';
import { entraTenant } from '../entra-tenant.ts';
import { entraToken } from '../entra-token.ts';
import { entraTokenVersion } from '../entra-token-version.ts';
import { entraUnknownKey } from '../entra-unknown-key.ts';
import { entraUnsigned } from '../entra-unsigned.ts';
import { termsAcceptance } from '../terms-acceptance.ts';
import { termsApiVersion } from '../terms-api-version.ts';
import { termsCredentials } from '../terms-credentials.ts';
import { termsDecline } from '../terms-decline.ts';
import { termsErrors } from '../terms-errors.ts';
import { termsJoin } from '../terms-join.ts';
import { termsOfUseAnswer } from '../terms-of-use-answer.ts';
import { termsRequestId } from '../terms-request-id.ts';
import { termsToken } from '../terms-token.ts';

/** Terms of use, and tokens of Microsoft Entra. */
export const entraChecks: readonly Check[] = [
  termsOfUseAnswer,
  termsToken,
  termsAcceptance,
  termsDecline,
  termsErrors,
  termsApiVersion,
  termsRequestId,
  termsCredentials,
  termsJoin,
  entraToken,
  entraTokenVersion,
  entraJoinStore,
  entraEnrollmentDataCheck,
  entraProvisioningItemsCheck,
  entraSignature,
  entraUnknownKey,
  entraUnsigned,
  entraPublicKeyMac,
  entraTokenIssuer,
  entraTenant,
  entraAudience,
  entraExpiry,
  entraNotBefore,
];
