import { policiesFamily } from '../../../harness/device/run/family.ts';
import type { Scenario } from '../../../harness/device/run/scenario.ts';
import { signingDefects } from './signing-defects.ts';

/** Whether the policy service verifies the signature, the certificate and the Timestamp of a message. */
export const signedPoliciesRefusals: Scenario = {
  ...policiesFamily({
    id: 'signed-policies-refusals',
    title: 'GetPolicies is sent with a signature, a certificate or a Timestamp that is wrong in one way',
    variations: signingDefects,
  }),
  way: 'certificate',
};
