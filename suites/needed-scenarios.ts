import type { Scenario } from '../harness/device/run/scenario.ts';
import type { Kind } from '../harness/engine/evidence/kind.ts';
import type { Check, Where } from '../harness/engine/rule/check.ts';
import { deepLinkPages } from './deep-link/scenarios/deep-link-pages.ts';
import { entraJoin } from './authentication/scenarios/entra-join.ts';
import { entraTerms } from './authentication/scenarios/entra-terms.ts';
import { entraTokenVersions } from './authentication/scenarios/entra-token-versions.ts';
import { contextItemVariants } from './enrollment/scenarios/context-item-variants.ts';
import { enrollmentCredentialRefusals } from './enrollment/scenarios/enrollment-credential-refusals.ts';
import { enrollmentWithoutPolicies } from './enrollment/scenarios/enrollment-without-policies.ts';
import { firstSession } from './management/scenarios/first-session.ts';
import { sessionIdentity } from './management/scenarios/session-identity.ts';
import { sessionContents } from './management/scenarios/session-contents.ts';
import { sessionCourses } from './management/scenarios/session-courses.ts';
import { modernEnrollment } from './enrollment/scenarios/modern-enrollment.ts';
import { requestTypeRefusals } from './enrollment/scenarios/request-type-refusals.ts';
import { repeatedRequest } from './enrollment/scenarios/repeated-request.ts';
import { sharedHardwareId } from './enrollment/scenarios/shared-hardware-id.ts';
import { windowsEnrollment } from './enrollment/scenarios/windows-enrollment.ts';
import { repeatedDiscovery } from './discovery/scenarios/repeated-discovery.ts';
import { discoverRefusals } from './discovery/scenarios/discover-refusals.ts';
import { envelopeRefusals } from './envelope/scenarios/envelope-refusals.ts';
import { serverStates } from './faults/scenarios/server-states.ts';
import { repeatedValues } from './envelope/scenarios/repeated-values.ts';
import { wrongPassword } from './faults/scenarios/wrong-password.ts';
import { policySecurity } from './policy/scenarios/policy-security.ts';
import { renewal } from './renewal/scenarios/renewal.ts';
import { secondUser } from './renewal/scenarios/second-user.ts';
import { hosts } from './transport/scenarios/hosts.ts';
import { managementHost } from './transport/scenarios/management-host.ts';
import { plainDiscovery } from './transport/scenarios/plain-discovery.ts';
import { scenarios } from './scenarios.ts';
import { varieties } from './varieties.ts';

/** Where any enrollment shows it. */
const enrollments: readonly Scenario[] = [windowsEnrollment, modernEnrollment];

/** Where any refusal shows it: each message is refused, for its content and for its credential. */
const refusals: readonly Scenario[] = [
  requestTypeRefusals,
  policySecurity,
  discoverRefusals,
  envelopeRefusals,
  wrongPassword,
];

/** Checks whose condition, or a counterexample, only particular scenarios show, although their needs do not say so. */
const particular: Readonly<Record<string, readonly Scenario[]>> = {
  'transport/content-length': [repeatedValues],
  'discovery/repeatability': [repeatedDiscovery],
  'authentication/other-user': [enrollmentCredentialRefusals],
  'enrollment/shared-hardware-id': [sharedHardwareId],
  'enrollment/certificate-store': [contextItemVariants],
  'provisioning/device-store': [contextItemVariants],
  'provisioning/user-principal-name': [secondUser],
  'certificates/repeated-certificate-request': [repeatedRequest],
  'faults/detail': serverStates,
  'faults/detail-name': serverStates,
  'faults/error-type': serverStates,
  'faults/trace-id': serverStates,
  'faults/trace-id-uniqueness': serverStates,
  'robustness/advertised-authentication': [enrollmentWithoutPolicies],
  // Where every document asks for signatures, no state does.
  'management/message-signature': [sessionIdentity],
  'management/ended-session': [sessionCourses],
  'management/user-scope': [sessionContents],
  'authentication/entra-token': [entraJoin],
  'authentication/entra-token-version': [entraTokenVersions],
  'authentication/entra-join': [entraJoin],
};

/**
 * The scenarios of a plan that these checks need, in its order. The first scenario of the plan is always among them, because it shows whether
 * anything answers, and where. A check about certain requests needs every scenario that sends them; any other check needs a few
 * scenarios that show it, although a whole run judges it on more.
 */
export function neededScenarios(checks: readonly Check[], plan: readonly Scenario[]): readonly Scenario[] {
  const needed = new Set(
    checks.flatMap((check) => [...usualFor(check), ...(particular[check.id] ?? [])]).map(({ id }) => id),
  );
  return plan.filter(({ id }, index) => index === 0 || needed.has(id));
}

function usualFor({ needs }: Check): readonly Scenario[] {
  if ('flow' in needs) return [...enrollments, ...forKinds(needs.flow)];
  if (needs.where) return thatSend(needs.where);
  const kinds = ['across' in needs ? needs.across : needs.each].flat();
  if (isUnlike(kinds)) return forKinds(kinds);
  const shows = [...enrollments, ...forKinds(kinds)];
  const isOfRefusals = ['fault', 'refusal', 'response'].includes(needs.filter ?? '');
  return isOfRefusals ? [...shows, ...refusals] : shows;
}

/** Whether no enrollment shows these kinds, and no refusal of one. */
function isUnlike(kinds: readonly Kind[]): boolean {
  return kinds.every((kind) => ['plain-probe', 'renew', 'manage', 'terms-of-use', 'deep-link-page'].includes(kind));
}

function forKinds(kinds: readonly Kind[]): readonly Scenario[] {
  return [
    ...(kinds.includes('renew') ? [renewal] : []),
    ...(kinds.includes('manage') ? [firstSession] : []),
    ...(kinds.includes('terms-of-use') ? [entraJoin, entraTerms] : []),
    ...(kinds.includes('host') ? [hosts, managementHost] : []),
    ...(kinds.includes('plain-probe') ? [plainDiscovery] : []),
    ...(kinds.includes('deep-link-page') ? [deepLinkPages] : []),
  ];
}

/** All scenarios, where none is known: then the table lacks it, and a whole plan is better than none. */
function thatSend(where: Where): readonly Scenario[] {
  const found = scenarios.filter(({ id }) => {
    const { families = [], deviations = [] } = varieties[id] ?? {};
    return 'family' in where
      ? families.includes(where.family)
      : [where.deviation].flat().some((deviation) => deviations.includes(deviation));
  });
  return found.length === 0 ? scenarios : found;
}
