import type { Check, NeedsEach } from '../engine/rule/check.ts';
import { openDossier } from '../engine/evidence/dossier.ts';
import type { Dossier } from '../engine/evidence/dossier.ts';
import { judge } from '../engine/verdict/judge.ts';
import type { Scenario } from '../device/run/scenario.ts';
import { deepLinkPages } from '../../suites/deep-link/scenarios/deep-link-pages.ts';
import { foreignCallers } from '../../suites/authentication/scenarios/foreign-callers.ts';
import { signInPages } from '../../suites/authentication/scenarios/sign-in-pages.ts';
import { modernEnrollment } from '../../suites/enrollment/scenarios/modern-enrollment.ts';
import { enrollmentCredentialRefusals } from '../../suites/enrollment/scenarios/enrollment-credential-refusals.ts';
import { windowsEnrollment } from '../../suites/enrollment/scenarios/windows-enrollment.ts';
import { wrongPassword } from '../../suites/faults/scenarios/wrong-password.ts';
import { firstSession } from '../../suites/management/scenarios/first-session.ts';
import { policySecurity } from '../../suites/policy/scenarios/policy-security.ts';
import { renewal } from '../../suites/renewal/scenarios/renewal.ts';
import { neededScenarios } from '../../suites/needed-scenarios.ts';
import { scenarios } from '../../suites/scenarios.ts';
import { hosts } from '../../suites/transport/scenarios/hosts.ts';
import { managementHost } from '../../suites/transport/scenarios/management-host.ts';
import { goldenSession } from './golden-session.ts';
import { isOfTokens } from './of-tokens.ts';
import { withoutWording } from './without-wording.ts';

/** What is judged on more scenarios than these shows it in the first of them. */
const most = 3;
const enrollments = [windowsEnrollment, modernEnrollment];
/** Opened once and never disposed of: every check of a worker is looked up in it. */
let whole: Promise<Dossier> | undefined;

/**
 * The scenarios that prove a check, which are fewer than the plan, so that a proof is quick: the usual ones, or else those on whose
 * exchanges a clean run judges the check. This proves nothing about checks that need other scenarios.
 */
export async function drivesFor(check: Check): Promise<readonly Scenario[]> {
  const usual = usualDrivesFor(check);
  if (usual) return usual;
  whole ??= goldenSession().then(openDossier);
  const dossier = await whole;
  const { exchanges } = dossier.session;
  const judged = judge(check, dossier, withoutWording).exchanges.map((index) => exchanges[index]?.label?.scenario);
  const drives = scenarios.filter(({ id }) => judged.includes(id));
  return drives.length === 0 ? scenarios : drives.slice(0, most);
}

/**
 * What shows most checks: two enrollments for what any enrollment shows, one renewal for what any renewal shows, the first sessions for
 * what any session shows, the wrong password (both services refuse it) for what any refusal shows, and the scenarios that connect to
 * each host for what is about hosts. For other checks undefined.
 */
export function usualDrivesFor(check: Check): readonly Scenario[] | undefined {
  if (isOfLinkPages(check)) return [windowsEnrollment, deepLinkPages];
  if (isOfEntra(check))
    return neededScenarios([check], scenarios).filter(({ id, way }) => way === 'entra' || id === windowsEnrollment.id);
  if (isOfAnySession(check)) return neededScenarios([check], scenarios).slice(1);
  const ofWay = ofOneWay(check);
  if (isOfSignIn(check)) return needsOf(check).where ? [signInPages, foreignCallers] : enrollments;
  if (isOfTokens(check)) return [policySecurity, enrollmentCredentialRefusals];
  if (ofWay.length > 0) return ofWay;
  if (isOfAnyHost(check)) return [windowsEnrollment, hosts, managementHost];
  if (isOfDocumentAndSession(check)) return [firstSession];
  if (isOfAnyRenewal(check)) return [renewal];
  if (isOfAnyEnrollment(check)) return enrollments;
  return isOfAnyRefusal(check) ? [wrongPassword] : undefined;
}

function isOfEntra({ id }: Check): boolean {
  return /^authentication\/(?:entra|terms)-/.test(id);
}

/** The scenarios of a check that only a run in a certain way shows. */
function ofOneWay(check: Check): readonly Scenario[] {
  if ('flow' in check.needs || !check.needs.where) return [];
  const [, ...needed] = neededScenarios([check], scenarios);
  return needed.every(({ way }) => way !== undefined) ? needed : [];
}

function isOfAnyRenewal(check: Check): boolean {
  const { needs } = check;
  if ('flow' in needs) return needs.flow.includes('renew');
  const kinds = ['across' in needs ? needs.across : needs.each].flat();
  return !needs.where && !isOfAnyRefusal(check) && kinds.every((kind) => kind === 'renew');
}

function isOfAnySession({ needs }: Check): boolean {
  if ('flow' in needs || needs.where) return false;
  return ['across' in needs ? needs.across : needs.each].flat().every((kind) => kind === 'manage');
}

function isOfAnyEnrollment(check: Check): boolean {
  const { needs } = check;
  if ('flow' in needs) return true;
  if (!('each' in needs) || needs.where || isOfAnyRefusal(check)) return false;
  return [needs.each].flat().some((kind) => kind !== 'plain-probe');
}

function isOfAnyRefusal({ needs }: Check): boolean {
  return !('flow' in needs) && !needs.where && ['fault', 'refusal'].includes(needs.filter ?? '');
}

/** Any enrollment shows the document, and only few of them hold sessions. */
function isOfDocumentAndSession({ needs }: Check): boolean {
  return 'across' in needs && ['issue', 'manage'].every((kind) => [needs.across].flat().some((one) => one === kind));
}

function isOfAnyHost({ needs }: Check): boolean {
  if ('flow' in needs) return false;
  return ['across' in needs ? needs.across : needs.each].flat().includes('host');
}

function isOfLinkPages({ needs }: Check): boolean {
  return !('flow' in needs) && ['across' in needs ? needs.across : needs.each].flat().includes('deep-link-page');
}

function isOfSignIn({ needs }: Check): boolean {
  if ('flow' in needs) return false;
  return ['across' in needs ? needs.across : needs.each].flat().every((kind) => kind === 'authenticate');
}

function needsOf({ needs }: Check): Pick<NeedsEach, 'where'> {
  return 'flow' in needs ? {} : needs;
}
