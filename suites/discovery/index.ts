import type { Check } from '../../harness/engine/rule/check.ts';
import { discoverAnswer } from './answer.ts';
import { applicationVersions } from './application-versions.ts';
import { authPolicy } from './auth-policy.ts';
import { authenticationService } from './authentication-service.ts';
import { clientProfiles } from './client-profiles.ts';
import { deviceTypes } from './device-types.ts';
import { documentedVersion } from './documented-version.ts';
import { downLevelNames } from './down-level-names.ts';
import { elementOrders } from './element-orders.ts';
import { emailAddresses } from './email-addresses.ts';
import { enrollmentService } from './enrollment-service.ts';
import { enrollmentVersion } from './enrollment-version.ts';
import { futureRequestVersions } from './future-request-versions.ts';
import { legacyDiscover } from './legacy-discover.ts';
import { misdirectedMessage } from './misdirected-message.ts';
import { missingEmail } from './missing-email.ts';
import { missingRequest } from './missing-request.ts';
import { negotiatedVersion } from './negotiated-version.ts';
import { newerRequestVersions } from './newer-request-versions.ts';
import { nilElements } from './nil-elements.ts';
import { offeredPolicies } from './offered-policies.ts';
import { offeredPolicy } from './offered-policy.ts';
import { olderRequestVersions } from './older-request-versions.ts';
import { osEditions } from './os-editions.ts';
import { paddedNumbers } from './padded-numbers.ts';
import { policyService } from './policy-service.ts';
import { probeAnswer } from './probe-answer.ts';
import { probeContent } from './probe-content.ts';
import { probeRedirect } from './probe-redirect.ts';
import { repeatability } from './repeatability.ts';
import { requestVersions } from './request-versions.ts';
import { result } from './result.ts';
import { schema } from './schema.ts';
import { uncommonPolicy } from './uncommon-policy.ts';
import { unknownElements } from './unknown-elements.ts';
import { unusedAuthenticationService } from './unused-authentication-service.ts';
import { userAgents } from './user-agents.ts';
import { valueFormats } from './value-formats.ts';
import { versionSpellings } from './version-spellings.ts';

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
  olderRequestVersions,
  requestVersions,
  newerRequestVersions,
  futureRequestVersions,
  versionSpellings,
  nilElements,
  repeatability,
  schema,
  osEditions,
  applicationVersions,
  deviceTypes,
  elementOrders,
  unknownElements,
  paddedNumbers,
  valueFormats,
  offeredPolicies,
  uncommonPolicy,
  downLevelNames,
  emailAddresses,
  clientProfiles,
  userAgents,
  missingRequest,
  missingEmail,
  legacyDiscover,
  misdirectedMessage,
];
