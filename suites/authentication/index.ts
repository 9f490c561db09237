import type { Check } from '../../harness/engine/rule/check.ts';
import { authenticationAnswer } from './answer.ts';
import { entraChecks } from './entra-checks.ts';
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
  ...entraChecks,
  contentSecurityPolicy,
  securePages,
  integratedAuthentication,
  ownParameter,
  browsers,
  loginHint,
  escapedParameters,
  foreignAppru,
];
