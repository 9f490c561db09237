import { credentialDefects } from '../../../harness/device/client/credential-defects.ts';
import { issueFamily } from '../../../harness/device/run/family.ts';

/**
 * Requests whose sender must not get a certificate. The wrong password is a scenario of its own, because it may lock
 * the user out.
 */
export const enrollmentCredentialRefusals = issueFamily({
  id: 'enrollment-credential-refusals',
  title: 'A certificate is requested without a credential, with an unusable one, and for an unknown user',
  variations: credentialDefects,
});
