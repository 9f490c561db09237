import type { Scenario } from '../harness/device/run/scenario.ts';
import { deepLinkPages } from './deep-link/scenarios/deep-link-pages.ts';
import { foreignCallers } from './authentication/scenarios/foreign-callers.ts';
import { signInPages } from './authentication/scenarios/sign-in-pages.ts';
import { entraEnrollmentData } from './authentication/scenarios/entra-enrollment-data.ts';
import { entraJoin } from './authentication/scenarios/entra-join.ts';
import { entraProvisioningItems } from './authentication/scenarios/entra-provisioning-items.ts';
import { entraTerms } from './authentication/scenarios/entra-terms.ts';
import { entraTokenRefusals } from './authentication/scenarios/entra-token-refusals.ts';
import { entraTokenVersions } from './authentication/scenarios/entra-token-versions.ts';
import { certificateEnrollment } from './authentication/scenarios/certificate-enrollment.ts';
import { signatureReadings } from './authentication/scenarios/signature-readings.ts';
import { signedPoliciesRefusals } from './authentication/scenarios/signed-policies-refusals.ts';
import { signedRequestRefusals } from './authentication/scenarios/signed-request-refusals.ts';
import { clientProfiles } from './discovery/scenarios/client-profiles.ts';
import { discoverPolicies } from './discovery/scenarios/discover-policies.ts';
import { discoverRefusals } from './discovery/scenarios/discover-refusals.ts';
import { discoverUsers } from './discovery/scenarios/discover-users.ts';
import { discoverValues } from './discovery/scenarios/discover-values.ts';
import { offeredWays } from './discovery/scenarios/offered-ways.ts';
import { discoverVersions } from './discovery/scenarios/discover-versions.ts';
import { misdirectedPolicies } from './discovery/scenarios/misdirected-policies.ts';
import { repeatedDiscovery } from './discovery/scenarios/repeated-discovery.ts';
import { certificateRequestRefusals } from './enrollment/scenarios/certificate-request-refusals.ts';
import { clientVersions } from './enrollment/scenarios/client-versions.ts';
import { contextItemVariants } from './enrollment/scenarios/context-item-variants.ts';
import { enrollmentCredentialRefusals } from './enrollment/scenarios/enrollment-credential-refusals.ts';
import { enrollmentWithoutPolicies } from './enrollment/scenarios/enrollment-without-policies.ts';
import { modernEnrollment } from './enrollment/scenarios/modern-enrollment.ts';
import { programmaticEnrollment } from './enrollment/scenarios/programmatic-enrollment.ts';
import { repeatedRequest } from './enrollment/scenarios/repeated-request.ts';
import { requestTypeRefusals } from './enrollment/scenarios/request-type-refusals.ts';
import { sharedHardwareId } from './enrollment/scenarios/shared-hardware-id.ts';
import { simultaneousEnrollment } from './enrollment/scenarios/simultaneous-enrollment.ts';
import { tokenRequestVariants } from './enrollment/scenarios/token-request-variants.ts';
import { usernameTokenVariants } from './enrollment/scenarios/username-token-variants.ts';
import { windowsEnrollment } from './enrollment/scenarios/windows-enrollment.ts';
import { documentTypes } from './envelope/scenarios/document-types.ts';
import { envelopeRefusals } from './envelope/scenarios/envelope-refusals.ts';
import { largeRequest } from './envelope/scenarios/large-request.ts';
import { messageIdEcho } from './envelope/scenarios/message-id-echo.ts';
import { messageStyles } from './envelope/scenarios/message-styles.ts';
import { serverStates } from './faults/scenarios/server-states.ts';
import { repeatedValues } from './envelope/scenarios/repeated-values.ts';
import { emptyPassword } from './faults/scenarios/empty-password.ts';
import { nearMissPassword } from './faults/scenarios/near-miss-password.ts';
import { wrongPassword } from './faults/scenarios/wrong-password.ts';
import { policyClient } from './policy/scenarios/policy-client.ts';
import { policiesOnly } from './policy/scenarios/policies-only.ts';
import { policySecurity } from './policy/scenarios/policy-security.ts';
import { policyVariants } from './policy/scenarios/policy-variants.ts';
import { renewal } from './renewal/scenarios/renewal.ts';
import { renewalRefusals } from './renewal/scenarios/renewal-refusals.ts';
import { renewalStates } from './renewal/scenarios/renewal-states.ts';
import { renewalVariants } from './renewal/scenarios/renewal-variants.ts';
import { secondUser } from './renewal/scenarios/second-user.ts';
import { httpMethods } from './robustness/scenarios/http-methods.ts';
import { simultaneousDiscovery } from './robustness/scenarios/simultaneous-discovery.ts';
import { expectContinue } from './transport/scenarios/expect-continue.ts';
import { firstSession } from './management/scenarios/first-session.ts';
import { sessionIdentity } from './management/scenarios/session-identity.ts';
import { sessionIds } from './management/scenarios/session-ids.ts';
import { sessionForms } from './management/scenarios/session-forms.ts';
import { sessionContents } from './management/scenarios/session-contents.ts';
import { sessionCourses } from './management/scenarios/session-courses.ts';
import { sessionRefusals } from './management/scenarios/session-refusals.ts';
import { sessionProofs } from './management/scenarios/session-proofs.ts';
import { simultaneousSessions } from './management/scenarios/simultaneous-sessions.ts';
import { sessionAfterRenewal } from './management/scenarios/session-after-renewal.ts';
import { userUnenrollment } from './management/scenarios/user-unenrollment.ts';
import { serverUnenrollment } from './management/scenarios/server-unenrollment.ts';
import { expiredSession } from './management/scenarios/expired-session.ts';
import { signedSessions } from './management/scenarios/signed-sessions.ts';
import { cleanup } from './management/scenarios/cleanup.ts';
import { keptConnection } from './transport/scenarios/kept-connection.ts';
import { olderHttp } from './transport/scenarios/older-http.ts';
import { hosts } from './transport/scenarios/hosts.ts';
import { managementHost } from './transport/scenarios/management-host.ts';
import { otherMediaTypes } from './transport/scenarios/other-media-types.ts';
import { plainDiscovery } from './transport/scenarios/plain-discovery.ts';

/** Every scenario in the order of the plan: valid requests first, those that may lock the user out last. */
export const scenarios: readonly Scenario[] = [
  windowsEnrollment,
  offeredWays,
  modernEnrollment,
  policiesOnly,
  signInPages,
  foreignCallers,
  certificateEnrollment,
  signatureReadings,
  signedPoliciesRefusals,
  signedRequestRefusals,
  repeatedDiscovery,
  messageIdEcho,
  clientProfiles,
  discoverVersions,
  discoverValues,
  discoverPolicies,
  discoverUsers,
  messageStyles,
  expectContinue,
  olderHttp,
  keptConnection,
  enrollmentWithoutPolicies,
  clientVersions,
  contextItemVariants,
  tokenRequestVariants,
  usernameTokenVariants,
  repeatedRequest,
  sharedHardwareId,
  simultaneousEnrollment,
  firstSession,
  sessionIdentity,
  sessionIds,
  sessionForms,
  sessionContents,
  sessionCourses,
  sessionRefusals,
  sessionProofs,
  simultaneousSessions,
  sessionAfterRenewal,
  userUnenrollment,
  renewal,
  renewalVariants,
  renewalRefusals,
  requestTypeRefusals,
  certificateRequestRefusals,
  enrollmentCredentialRefusals,
  policyVariants,
  policyClient,
  policySecurity,
  discoverRefusals,
  misdirectedPolicies,
  envelopeRefusals,
  documentTypes,
  otherMediaTypes,
  repeatedValues,
  httpMethods,
  largeRequest,
  simultaneousDiscovery,
  hosts,
  managementHost,
  plainDiscovery,
  deepLinkPages,
  programmaticEnrollment,
  ...serverStates,
  ...renewalStates,
  expiredSession,
  signedSessions,
  serverUnenrollment,
  entraTokenVersions,
  entraJoin,
  entraTerms,
  entraEnrollmentData,
  entraProvisioningItems,
  entraTokenRefusals,
  secondUser,
  emptyPassword,
  wrongPassword,
  nearMissPassword,
  cleanup,
];
