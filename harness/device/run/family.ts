import type { KeyPolicy, Services } from '../client/answers.ts';
import type { Device } from '../client/device.ts';
import type { AuthenticatedStep, DiscoverStep, IssueStep, MessageOptions } from '../client/steps.ts';
import type { Effect, ScenarioContext, Scenario } from './scenario.ts';

/** One row of a table of stimuli: a message with one thing about it that is wrong, or right in another way. */
export type Variation<Step extends MessageOptions> = Step & {
  /** What is different, as a noun phrase; findings name it. */
  readonly variant: string;
  /** The family of a valid variant, where a table serves several; left out, that of the table. */
  readonly family?: string;
  /** It deviates (from the schema, say), and a good server answers it all the same. */
  readonly tolerated?: true;
};

/** What a row may need to know of the run. */
export interface Surroundings {
  readonly context: ScenarioContext;
  readonly device: Device;
  /** Where the services are; for Discover, what the first control said. */
  readonly services: Services;
  /** What the policy service said: to the first control, or before certificates are requested. */
  readonly policy?: KeyPolicy;
}

/** A table of stimuli that share a device and two controls. */
export interface Family<Step extends MessageOptions> {
  /** Id of the scenario, and of the family that its valid variants belong to where they name none. */
  readonly id: string;
  readonly title: string;
  readonly variations: readonly Variation<Step>[] | ((surroundings: Surroundings) => readonly Variation<Step>[]);
}

/** Sends the plain message, or a variation of it; undefined where a device could not go on from the answer. */
type Drive<Step extends MessageOptions, Outcome> = (step: Step | MessageOptions) => Promise<Outcome | undefined>;

/** Discover in each variation, between two that are plain. A variation without deviations is a valid variant. */
export function discoverFamily(family: Family<DiscoverStep>): Scenario {
  return scenarioOf(family, 'read', [(context) => driveDiscover(family, context)]);
}

/** GetPolicies in each variation, between two that are plain. Nothing is sent where the server has no policy service. */
export function policiesFamily(family: Family<AuthenticatedStep>): Scenario {
  return scenarioOf(family, 'read', [(context) => drivePolicies(family, context)]);
}

/** RequestSecurityToken (Issue) in each variation, between two that are plain: the device enrolls with each valid one. */
export function issueFamily(family: Family<IssueStep>): Scenario {
  return scenarioOf(family, 'enroll', [(context) => driveIssue(family, context)]);
}

/** All three messages in each variation. Each message has a device and controls of its own. */
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
    (policy) => ({ context, device, services, policy }),
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
    () => ({ context, device, services, policy }),
    part,
  );
}

/** Each drive takes one device. */
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

/** Without a first control nothing that follows would mean anything, so nothing follows. */
async function driveTable<Step extends MessageOptions, Outcome>(
  { id, variations }: Family<Step>,
  drive: Drive<Step, Outcome>,
  surroundingsOf: (control: Outcome) => Surroundings,
  part: string | undefined,
): Promise<void> {
  const control = await drive({ name: nameIn(part, 'control-before'), control: true });
  if (control === undefined) return;
  for (const variation of typeof variations === 'function' ? variations(surroundingsOf(control)) : variations) {
    const isValid = variation.tolerated === true || (variation.deviations ?? []).length === 0;
    const named = { ...variation, name: nameIn(part, slugOf(variation.variant)) };
    await drive(isValid ? { ...named, family: variation.family ?? id } : named);
  }
  await drive({ name: nameIn(part, 'control-after'), control: true });
}

function flowOf({ id }: { readonly id: string }, part: string | undefined): string {
  return part === undefined ? id : `${id}-${part}`;
}

/** Names are unique in a scenario, which may drive one table in several parts. */
function nameIn(part: string | undefined, name: string): string {
  return part === undefined ? name : `${part}-${name}`;
}

function slugOf(variant: string): string {
  return variant
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
