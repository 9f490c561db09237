import type { Check } from '../harness/engine/rule/check.ts';
import { authenticationChecks } from './authentication/index.ts';
import { certificateChecks } from './certificates/index.ts';
import { deepLinkChecks } from './deep-link/index.ts';
import { discoveryChecks } from './discovery/index.ts';
import { enrollmentChecks } from './enrollment/index.ts';
import { envelopeChecks } from './envelope/index.ts';
import { faultChecks } from './faults/index.ts';
import { managementChecks } from './management/index.ts';
import { policyChecks } from './policy/index.ts';
import { provisioningChecks } from './provisioning/index.ts';
import { renewalChecks } from './renewal/index.ts';
import { robustnessChecks } from './robustness/index.ts';
import { transportChecks } from './transport/index.ts';

/** The one registry: every check, in the order in which a device meets what it judges. */
export const checks: readonly Check[] = [
  ...transportChecks,
  ...envelopeChecks,
  ...discoveryChecks,
  ...authenticationChecks,
  ...policyChecks,
  ...enrollmentChecks,
  ...provisioningChecks,
  ...certificateChecks,
  ...faultChecks,
  ...renewalChecks,
  ...managementChecks,
  ...robustnessChecks,
  ...deepLinkChecks,
];
