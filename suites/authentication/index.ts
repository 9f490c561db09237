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
import { formSubmission } from './form-submission.ts';
import { integratedAuthentication } from './integrated-authentication.ts';
import { lastPage } from './last-page.ts';
import { loginHint } from './login-hint.ts';
import { ownParameter } from './own-parameter.ts';
import { securePages } from './secure-pages.ts';
import { tokenForm } from './token-form.ts';
import { tokenInput } from './token-input.ts';

/** How a user signs in on web pages, and how the token reaches the device. */
export const authenticationChecks: readonly Check[] = [
  authenticationAnswer,
  tokenForm,
  lastPage,
  tokenInput,
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
];
