import type { Check } from '../../harness/engine/rule/check.ts';
import { authenticationAnswer } from './answer.ts';
import { changedToken } from './changed-token.ts';
import { tokenSignature } from './token-signature.ts';
import { expiredToken } from './expired-token.ts';
import { tokenAudience } from './token-audience.ts';
import { tokenValueType } from './token-value-type.ts';
import { tokenSubcode } from './token-subcode.ts';
import { tokenSpacing } from './token-spacing.ts';
import { largeToken } from './large-token.ts';
import { otherUser } from './other-user.ts';
import { browsers } from './browsers.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { escapedParameters } from './escaped-parameters.ts';
import { foreignAppru } from './foreign-appru.ts';
import { entraChecks } from './shared/entra-checks.ts';
import { formSubmission } from './form-submission.ts';
import { integratedAuthentication } from './integrated-authentication.ts';
import { lastPage } from './last-page.ts';
import { loginHint } from './login-hint.ts';
import { ownParameter } from './own-parameter.ts';
import { securePages } from './secure-pages.ts';
import { unsignedCertificate } from './unsigned-certificate.ts';
import { signatureReading } from './signature-reading.ts';
import { signatureValue } from './signature-value.ts';
import { signatureDigest } from './signature-digest.ts';
import { signatureCoverage } from './signature-coverage.ts';
import { signatureWrapping } from './signature-wrapping.ts';
import { signatureKeyReference } from './signature-key-reference.ts';
import { certificateIssuer } from './certificate-issuer.ts';
import { signatureAlgorithm } from './signature-algorithm.ts';
import { expiredMessage } from './expired-message.ts';
import { missingTimestamp } from './missing-timestamp.ts';
import { futureMessage } from './future-message.ts';
import { tokenForm } from './token-form.ts';
import { tokenInput } from './token-input.ts';
import { tokenUniqueness } from './token-uniqueness.ts';

/** How a user signs in on web pages, and how the token reaches the device; how a message that a certificate signs is verified. */
export const authenticationChecks: readonly Check[] = [
  authenticationAnswer,
  tokenForm,
  lastPage,
  tokenInput,
  tokenUniqueness,
  formSubmission,
  changedToken,
  tokenSignature,
  expiredToken,
  tokenAudience,
  tokenValueType,
  tokenSubcode,
  tokenSpacing,
  largeToken,
  otherUser,
  contentSecurityPolicy,
  securePages,
  integratedAuthentication,
  ownParameter,
  browsers,
  loginHint,
  escapedParameters,
  foreignAppru,
  ...entraChecks,
  signatureReading,
  unsignedCertificate,
  signatureValue,
  signatureDigest,
  signatureCoverage,
  signatureWrapping,
  signatureKeyReference,
  certificateIssuer,
  signatureAlgorithm,
  expiredMessage,
  missingTimestamp,
  futureMessage,
];
