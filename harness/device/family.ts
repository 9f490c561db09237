import type { KeyPolicy, Services } from './answers.ts';
import type { AuthenticatedStep, Device, DiscoverStep, IssueStep, MessageOptions } from './device.ts';
import type { Effect, Bench, Scenario } from './scenario.ts';

/** One row of a table of stimuli: a message with one thing about it that is wrong, or right in another way. */
export type Variation<Step extends MessageOptions> = Step & {
  /** What is different, as a noun phrase; findings name it. */
  readonly variant: string;
  /** It deviates (from the schema, say), and a good server answers it all the same. */
  readonly tolerated?: true;
};

/** What a row may need to know of the run. */
export interface Surroundings {
  readonly bench: Bench;
  readonly device: Device;
  /** Where the services are; for Discover, the discovery URL stands for all. */
  readonly services: Services | undefined;
}

/** A table of stimuli that share a device and two controls. */
export interface Family<Step extends MessageOptions> {
  /** Id of the scenario, and of the family that its valid variants belong to. */
  readonly id: string;
  readonly title: string;
  readonly variations: readonly Variation<Step>[] | ((surroundings: Surroundings) => readonly Variation<Step>[]);
}

/** Sends the plain message, or a variation of it; undefined where a device could not go on from the answer. */
type Drive<Step extends MessageOptions> = (step: Step | MessageOptions) => Promise<unknown>;

/** Discover in each variation, between two that are plain. A variation without deviations is a valid variant. */
export function discoverFamily(family: Family<DiscoverStep>): Scenario {
  return scenarioOf(family, 'read', async (bench) => {
    const device = bench.device(family.id);
    const discovery = bench.discovery();
    await driveTable(family, { bench, device, services: undefined }, (step) => device.discover(discovery, step));
  });
}

/** GetPolicies in each variation, between two that are plain. Nothing is sent where the server has no policy service. */
export function policiesFamily(family: Family<AuthenticatedStep>): Scenario {
  return scenarioOf(family, 'read', async (bench) => {
    const device = bench.device(family.id);
    const services = await device.discover(bench.discovery());
    if (services?.policyUrl === undefined) return;
    await driveTable(family, { bench, device, services }, (step) => device.getPolicies(services, step));
  });
}

/** RequestSecurityToken (Issue) in each variation, between two that are plain: the device enrolls with each valid one. */
export function issueFamily(family: Family<IssueStep>): Scenario {
  return scenarioOf(family, 'enroll', async (bench) => {
    const device = bench.device(family.id);
    const services = await device.discover(bench.discovery());
    const policy: KeyPolicy | undefined = services && (await device.getPolicies(services));
    if (!services || !policy) return;
    await driveTable(family, { bench, device, services }, (step) => device.issue(services, policy, step));
  });
}

function scenarioOf<Step extends MessageOptions>(
  { id, title }: Family<Step>,
  effect: Effect,
  drive: Scenario['drive'],
): Scenario {
  return { id, title, effect, devices: 1, drive };
}

/** Without a first control nothing that follows would mean anything, so nothing follows. */
async function driveTable<Step extends MessageOptions>(
  { id, variations }: Family<Step>,
  surroundings: Surroundings,
  drive: Drive<Step>,
): Promise<void> {
  if ((await drive({ name: 'control-before', control: true })) === undefined) return;
  for (const variation of typeof variations === 'function' ? variations(surroundings) : variations) {
    const isValid = variation.tolerated === true || (variation.deviations ?? []).length === 0;
    const named = { ...variation, name: slugOf(variation.variant) };
    await drive(isValid ? { ...named, family: id } : named);
  }
  await drive({ name: 'control-after', control: true });
}

function slugOf(variant: string): string {
  return variant
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
