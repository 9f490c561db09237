import type { KeyPolicy, Services } from '../client/answers.ts';
import type { Device } from '../client/device.ts';
import type { Credential } from '../client/messages/credential.ts';
import type { AuthenticatedStep, DiscoverStep, IssueStep, MessageOptions } from '../client/steps.ts';
import type { Effect, ScenarioContext, Scenario } from './scenario.ts';

/**
 * One row of a table of requests: the usual message with one difference, which makes it wrong or gives it another valid
 * form.
 */
export type Variation<Step extends MessageOptions> = Step & {
  /** The difference as a noun phrase, for findings. */
  readonly variant: string;
  /** The family of a valid variant, if a table has several. Default: the id of the table. */
  readonly family?: string;
  /** The request deviates, for example from the schema, but a good server answers it. */
  readonly tolerated?: true;
};

/** What a row may need to know about the run. */
export interface Surroundings {
  readonly context: ScenarioContext;
  readonly device: Device;
  /** The addresses of the services; for Discover, those in the answer to the first control. */
  readonly services: Services;
  /** The key policy: from the answer to the first control, or from an earlier GetPolicies. */
  readonly policy?: KeyPolicy;
  /** What the controls of GetPolicies and RequestSecurityToken carry. */
  readonly credential?: Credential | undefined;
}

type Rows<Step extends MessageOptions> = readonly Variation<Step>[] | Promise<readonly Variation<Step>[]>;

/** A table of requests that share a device and two controls. */
export interface Family<Step extends MessageOptions> {
  /** Id of the scenario, and of the family of its valid variants by default. */
  readonly id: string;
  readonly title: string;
  readonly variations: readonly Variation<Step>[] | ((surroundings: Surroundings) => Rows<Step>);
}

/** Sends the plain message or a variation of it; undefined if a device could not use the answer. */
type Drive<Step extends MessageOptions, Outcome> = (step: Step | MessageOptions) => Promise<Outcome | undefined>;

/** Discover in each variation, between two plain ones. A variation without deviations is a valid variant. */
export function discoverFamily(family: Family<DiscoverStep>): Scenario {
  return scenarioOf(family, 'read', [(context) => driveDiscover(family, context)]);
}

/** GetPolicies in each variation, between two plain ones. It sends nothing if the server has no policy service. */
export function policiesFamily(family: Family<AuthenticatedStep>): Scenario {
  return scenarioOf(family, 'read', [(context) => drivePolicies(family, context)]);
}

/**
 * RequestSecurityToken (Issue) in each variation, between two plain ones. The device enrolls with each valid variation.
 */
export function issueFamily(family: Family<IssueStep>): Scenario {
  return scenarioOf(family, 'enroll', [(context) => driveIssue(family, context)]);
}

/** All three messages in each variation. Each message has its own device and controls. */
export function pathFamily(family: Family<MessageOptions>): Scenario {
  return scenarioOf(family, 'enroll', [
    (context) => driveDiscover(family, context, 'discover'),
    (context) => drivePolicies(family, context, 'get-policies'),
    (context) => driveIssue(family, context, 'issue'),
  ]);
}

async function driveDiscover(family: Family<DiscoverStep>, context: ScenarioContext, part?: string): Promise<void> {
  const device = context.device(flowOf(family, part));
  const discovery = context.discovery();
  await driveTable(
    family,
    (step) => device.discover(discovery, step),
    (services) => ({ context, device, services }),
    part,
  );
}

async function drivePolicies(
  family: Family<AuthenticatedStep>,
  context: ScenarioContext,
  part?: string,
): Promise<void> {
  const device = context.device(flowOf(family, part));
  const services = await device.discover(context.discovery(), { name: nameIn(part, 'discover') });
  if (services?.policyUrl === undefined) return;
  await driveTable(
    family,
    (step) => device.getPolicies(services, step),
    async (policy) => ({ context, device, services, policy, credential: await device.credentialFor(services) }),
    part,
  );
}

async function driveIssue(family: Family<IssueStep>, context: ScenarioContext, part?: string): Promise<void> {
  const device = context.device(flowOf(family, part));
  const services = await device.discover(context.discovery(), { name: nameIn(part, 'discover') });
  const policy = services && (await device.getPolicies(services, { name: nameIn(part, 'get-policies') }));
  if (!services || !policy) return;
  await driveTable(
    family,
    (step) => device.issue(services, policy, step),
    async () => ({ context, device, services, policy, credential: await device.credentialFor(services) }),
    part,
  );
}

/** Each function takes one device. */
function scenarioOf(
  { id, title }: { readonly id: string; readonly title: string },
  effect: Effect,
  drives: readonly Scenario['drive'][],
): Scenario {
  return {
    id,
    title,
    effect,
    devices: drives.length,
    async drive(context) {
      for (const drive of drives) await drive(context);
    },
  };
}

/** If the first control fails, the other requests would prove nothing, so it does not send them. */
async function driveTable<Step extends MessageOptions, Outcome>(
  { id, variations }: Family<Step>,
  drive: Drive<Step, Outcome>,
  surroundingsOf: (control: Outcome) => Surroundings | Promise<Surroundings>,
  part: string | undefined,
): Promise<void> {
  const control = await drive({ name: nameIn(part, 'control-before'), control: true });
  if (control === undefined) return;
  const rows = typeof variations === 'function' ? await variations(await surroundingsOf(control)) : variations;
  for (const variation of rows) {
    const isValid = variation.tolerated === true || (variation.deviations ?? []).length === 0;
    const named = { ...variation, name: nameIn(part, slugOf(variation.variant)) };
    await drive(isValid ? { ...named, family: variation.family ?? id } : named);
  }
  await drive({ name: nameIn(part, 'control-after'), control: true });
}

function flowOf({ id }: { readonly id: string }, part: string | undefined): string {
  return part === undefined ? id : `${id}-${part}`;
}

/** Names are unique in a scenario, which may send one table in several parts. */
function nameIn(part: string | undefined, name: string): string {
  return part === undefined ? name : `${part}-${name}`;
}

function slugOf(variant: string): string {
  return variant
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
