import type { Scenario } from '../harness/device/run/scenario.ts';
import type { AuthMethod } from '../harness/device/target/auth-method.ts';
import { scenarios } from './scenarios.ts';

/** What shows that a way in works, from the first message to the renewal and the end of the enrollment. */
const essential: readonly string[] = [
  'windows-enrollment',
  'policies-only',
  'request-type-refusals',
  'renewal',
  'first-session',
  'user-unenrollment',
];

/** Every scenario whose messages carry a credential that does not have to be a password. */
const authenticated: readonly string[] = [
  ...essential,
  'modern-enrollment',
  'message-styles',
  'kept-connection',
  'enrollment-without-policies',
  'client-versions',
  'context-item-variants',
  'token-request-variants',
  'repeated-request',
  'shared-hardware-id',
  'simultaneous-enrollment',
  'renewal-variants',
  'renewal-refusals',
  'certificate-request-refusals',
  'enrollment-credential-refusals',
  'policy-variants',
  'policy-client',
  'policy-security',
  'envelope-refusals',
  'document-types',
  'large-request',
];

/** The scenarios that a run drives once more in each further way that the server offers. */
const inFurtherWays: Readonly<Record<AuthMethod, readonly string[]>> = {
  'on-premise': authenticated,
  federated: authenticated,
  // What a certificate signs has scenarios of its own.
  certificate: essential,
  // What an Entra join sends has scenarios of its own.
  entra: ['first-session', 'user-unenrollment'],
};

const further: readonly AuthMethod[] = ['on-premise', 'federated', 'certificate', 'entra'];

/** The plan of a run: each scenario as the client of the run has it, and behind it in the further ways. */
export const scenariosInAllWays: readonly Scenario[] = scenarios.flatMap((scenario) => [
  scenario,
  ...further.filter((way) => inFurtherWays[way].includes(scenario.id)).map((way) => inWay(scenario, way)),
]);

function inWay(scenario: Scenario, way: AuthMethod): Scenario {
  return { ...scenario, title: `${scenario.title} (${way})`, way, isFurther: true };
}
