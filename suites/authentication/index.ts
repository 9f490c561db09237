import type { Check } from '../../harness/engine/rule/check.ts';
import { authenticationAnswer } from './answer.ts';
import { entraChecks } from './entra-checks.ts';
import { formSubmission } from './form-submission.ts';
import { lastPage } from './last-page.ts';
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
];
