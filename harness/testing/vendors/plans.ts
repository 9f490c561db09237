import type { Scenario } from '../../device/run/scenario.ts';
import { foreignCallers } from '../../../suites/authentication/scenarios/foreign-callers.ts';
import { signInPages } from '../../../suites/authentication/scenarios/sign-in-pages.ts';
import { discoverPolicies } from '../../../suites/discovery/scenarios/discover-policies.ts';
import { discoverRefusals } from '../../../suites/discovery/scenarios/discover-refusals.ts';
import { discoverVersions } from '../../../suites/discovery/scenarios/discover-versions.ts';
import { certificateRequestRefusals } from '../../../suites/enrollment/scenarios/certificate-request-refusals.ts';
import { enrollmentCredentialRefusals } from '../../../suites/enrollment/scenarios/enrollment-credential-refusals.ts';
import { enrollmentWithoutPolicies } from '../../../suites/enrollment/scenarios/enrollment-without-policies.ts';
import { modernEnrollment } from '../../../suites/enrollment/scenarios/modern-enrollment.ts';
import { requestTypeRefusals } from '../../../suites/enrollment/scenarios/request-type-refusals.ts';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { envelopeRefusals } from '../../../suites/envelope/scenarios/envelope-refusals.ts';
import { messageStyles } from '../../../suites/envelope/scenarios/message-styles.ts';
import { firstSession } from '../../../suites/management/scenarios/first-session.ts';
import { sessionIdentity } from '../../../suites/management/scenarios/session-identity.ts';
import { sessionIds } from '../../../suites/management/scenarios/session-ids.ts';
import { userUnenrollment } from '../../../suites/management/scenarios/user-unenrollment.ts';
import { wrongPassword } from '../../../suites/faults/scenarios/wrong-password.ts';
import { policySecurity } from '../../../suites/policy/scenarios/policy-security.ts';
import { renewal } from '../../../suites/renewal/scenarios/renewal.ts';
import { httpMethods } from '../../../suites/robustness/scenarios/http-methods.ts';
import { scenarios } from '../../../suites/scenarios.ts';

/** The least that shows how a server treats valid requests and one wrong password. */
export const enrolling: readonly Scenario[] = [
  windowsEnrollment,
  modernEnrollment,
  enrollmentWithoutPolicies,
  wrongPassword,
];

/** What shows how a server treats the token of its sign-in. */
export const withTokens: readonly Scenario[] = [
  windowsEnrollment,
  modernEnrollment,
  renewal,
  enrollmentCredentialRefusals,
  policySecurity,
];

/** What shows how devices join Microsoft Entra. */
export const withEntra: readonly Scenario[] = [windowsEnrollment, ...scenarios.filter(({ way }) => way === 'entra')];

/** What shows how a user signs in, and that a device enrolls with the token. */
export const signingIn: readonly Scenario[] = [windowsEnrollment, signInPages, foreignCallers];

/** What shows how a server holds its management sessions. */
export const sessions: readonly Scenario[] = [windowsEnrollment, firstSession, sessionIdentity, userUnenrollment];

/** What shows which ids of sessions a server takes. */
export const sessionsById: readonly Scenario[] = [windowsEnrollment, firstSession, sessionIds];

/** The least that shows whether a server reads RequestType. */
export const requestTypes: readonly Scenario[] = [windowsEnrollment, requestTypeRefusals];

/** What shows the defects of a whole make: valid requests, then wrong ones of each kind, in the order of the whole plan. */
export const broad: readonly Scenario[] = [
  windowsEnrollment,
  modernEnrollment,
  discoverVersions,
  discoverPolicies,
  messageStyles,
  enrollmentWithoutPolicies,
  renewal,
  certificateRequestRefusals,
  enrollmentCredentialRefusals,
  policySecurity,
  discoverRefusals,
  envelopeRefusals,
  httpMethods,
  wrongPassword,
];
