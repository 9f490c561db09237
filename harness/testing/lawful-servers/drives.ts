import type { Scenario } from '../../device/run/scenario.ts';
import { foreignCallers } from '../../../suites/authentication/scenarios/foreign-callers.ts';
import { signInPages } from '../../../suites/authentication/scenarios/sign-in-pages.ts';
import { discoverVersions } from '../../../suites/discovery/scenarios/discover-versions.ts';
import { repeatedDiscovery } from '../../../suites/discovery/scenarios/repeated-discovery.ts';
import { modernEnrollment } from '../../../suites/enrollment/scenarios/modern-enrollment.ts';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { enrollmentCredentialRefusals } from '../../../suites/enrollment/scenarios/enrollment-credential-refusals.ts';
import { documentTypes } from '../../../suites/envelope/scenarios/document-types.ts';
import { envelopeRefusals } from '../../../suites/envelope/scenarios/envelope-refusals.ts';
import { messageIdEcho } from '../../../suites/envelope/scenarios/message-id-echo.ts';
import { wrongPassword } from '../../../suites/faults/scenarios/wrong-password.ts';
import { policySecurity } from '../../../suites/policy/scenarios/policy-security.ts';
import { renewalRefusals } from '../../../suites/renewal/scenarios/renewal-refusals.ts';
import { renewalVariants } from '../../../suites/renewal/scenarios/renewal-variants.ts';
import { renewal } from '../../../suites/renewal/scenarios/renewal.ts';
import { httpMethods } from '../../../suites/robustness/scenarios/http-methods.ts';
import { scenarios as plan } from '../../../suites/scenarios.ts';

/** What shows a server as a whole; the tables of variants and negatives would only repeat it. */
const usual = [windowsEnrollment, modernEnrollment, repeatedDiscovery, messageIdEcho, wrongPassword];
/** What shows another way in, besides its own scenarios. */
const inOtherWays: readonly string[] = [
  'windows-enrollment',
  'modern-enrollment',
  'policies-only',
  'context-item-variants',
  'renewal',
  'renewal-refusals',
  'enrollment-credential-refusals',
  'policy-security',
];
/** What shows how a server holds sessions. */
const ofSessions: readonly string[] = [
  'first-session',
  'session-identity',
  'session-ids',
  'session-forms',
  'session-contents',
  'session-courses',
  'session-refusals',
  'session-proofs',
  'simultaneous-sessions',
  'session-after-renewal',
  'user-unenrollment',
  'state-unenroll',
  'expired-session',
];
const ofWay = (wanted: Scenario['way']): readonly Scenario[] =>
  plan.filter(({ way, isFurther }) => way === wanted && isFurther !== true);
const drives: Readonly<Record<string, readonly Scenario[]>> = {
  renewal: [...usual, renewal, renewalVariants, renewalRefusals],
  requests: [...usual, documentTypes, envelopeRefusals, discoverVersions, httpMethods],
  tokens: [
    windowsEnrollment,
    modernEnrollment,
    renewal,
    enrollmentCredentialRefusals,
    policySecurity,
    signInPages,
    foreignCallers,
  ],
  'sign-in': [windowsEnrollment, signInPages, foreignCallers],
  entra: [windowsEnrollment, ...ofWay('entra')],
  signatures: [windowsEnrollment, modernEnrollment, ...ofWay('certificate')],
  management: [windowsEnrollment, ...plan.filter(({ id }) => ofSessions.includes(id))],
  makes: plan,
  'makes-in-other-ways': plan.filter(({ id, way }) => way !== undefined || inOtherWays.includes(id)),
};

/** The scenarios that are driven at the lawful servers of a group: more where what is different shows in those only. */
export function drivesOfGroup(group: string): readonly Scenario[] {
  return drives[group] ?? usual;
}
