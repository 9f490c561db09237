import { credentialDefects } from '../../../harness/device/client/credential-defects.ts';
import { issueFamily } from '../../../harness/device/run/family.ts';

/** Whom no certificate is for. The wrong password of a right user comes in a scenario of its own, because it may lock him out. */
export const enrollmentCredentialRefusals = issueFamily({
  id: 'enrollment-credential-refusals',
  title: 'A certificate is requested without a credential, and with one that is unusable or of nobody known',
  variations: credentialDefects,
});
