import type { Check } from '../../harness/engine/check.ts';
import { discoverAnswer } from './answer.ts';
import { authPolicy } from './auth-policy.ts';
import { authenticationService } from './authentication-service.ts';
import { documentedVersion } from './documented-version.ts';
import { enrollmentService } from './enrollment-service.ts';
import { enrollmentVersion } from './enrollment-version.ts';
import { negotiatedVersion } from './negotiated-version.ts';
import { nilElements } from './nil-elements.ts';
import { offeredPolicy } from './offered-policy.ts';
import { policyService } from './policy-service.ts';
import { probeAnswer } from './probe-answer.ts';
import { probeContent } from './probe-content.ts';
import { probeRedirect } from './probe-redirect.ts';
import { repeatability } from './repeatability.ts';
import { result } from './result.ts';
import { schema } from './schema.ts';
import { unusedAuthenticationService } from './unused-authentication-service.ts';

/** How a device finds the services and learns which credential to send. */
export const discoveryChecks: readonly Check[] = [
  discoverAnswer,
  probeAnswer,
  probeContent,
  probeRedirect,
  result,
  authPolicy,
  offeredPolicy,
  enrollmentService,
  policyService,
  authenticationService,
  unusedAuthenticationService,
  enrollmentVersion,
  documentedVersion,
  negotiatedVersion,
  nilElements,
  repeatability,
  schema,
];
