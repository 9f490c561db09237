import { deviceName } from '../client/identity.ts';
import type { Effect, Scenario } from './scenario.ts';
import type { AuthMethod } from '../target/auth-method.ts';
import type { Given } from '../target/target-givens.ts';
import type { DescribedStates } from '../target/target-description.ts';

/** What limits a plan. */
export interface PlanOptions {
  /** Effects that scenarios may have. */
  readonly effects: readonly Effect[];
  /** The states in the target file; scenarios about other states are left out. */
  readonly states?: DescribedStates;
  /** The ways in that the target gives the means for; scenarios about other ways are left out. Default: none. */
  readonly ways?: readonly AuthMethod[];
  /** What the target gives besides; scenarios that need other things are left out. Default: nothing. */
  readonly givens?: readonly Given[];
  /** Requests a minute at most; scenarios that need simultaneous requests are left out. Default: no limit. */
  readonly rate?: number;
}

/** What a run may leave behind by default. */
export const defaultEffects: readonly Effect[] = ['read', 'enroll', 'renew'];

/** How many scenarios run at the same time by default. */
export const defaultConcurrency = 4;

/** All that a run may do. */
export const allEffects: readonly Effect[] = [...defaultEffects, 'unenroll'];

/** The scenarios that a run drives, in order. */
export function planOf(scenarios: readonly Scenario[], options: PlanOptions): readonly Scenario[] {
  const { states = {}, ways = [], givens = [] } = options;
  return scenarios
    .filter((scenario) => isAllowed(scenario, options))
    .filter((scenario) => !isSpaced(scenario, options))
    .filter(({ state }) => state === undefined || states[state] !== undefined)
    .filter(({ way }) => way === undefined || ways.includes(way))
    .filter(({ given }) => given === undefined || givens.includes(given));
}

/** A scenario that a run does not drive, and the option or the file that decides it. */
export interface LeftOut {
  readonly scenario: Scenario;
  readonly by: 'selection' | 'effects' | 'rate' | 'states' | 'ways' | 'givens';
}

/** The scenarios of `all` that a run does not drive, in order, but for those in further ways; `narrowed` are those that the selected checks need. */
export function leftOut(
  all: readonly Scenario[],
  narrowed: readonly Scenario[],
  options: PlanOptions,
): readonly LeftOut[] {
  const plan = planOf(narrowed, options);
  return all
    .filter(({ isFurther }) => isFurther !== true)
    .filter((scenario) => !plan.includes(scenario))
    .map((scenario) => ({ scenario, by: decidedBy(scenario, narrowed, options) }));
}

function decidedBy(scenario: Scenario, narrowed: readonly Scenario[], options: PlanOptions): LeftOut['by'] {
  if (!isAllowed(scenario, options)) return 'effects';
  if (!narrowed.includes(scenario)) return 'selection';
  if (isSpaced(scenario, options)) return 'rate';
  if (scenario.given !== undefined && options.givens?.includes(scenario.given) !== true) return 'givens';
  return scenario.way !== undefined && options.ways?.includes(scenario.way) !== true ? 'ways' : 'states';
}

function isSpaced({ isSimultaneous }: Scenario, { rate }: PlanOptions): boolean {
  return isSimultaneous === true && rate !== undefined;
}

/** Who says `cleanup` in the target file wants its devices to leave. */
function isAllowed(scenario: Scenario, { effects }: PlanOptions): boolean {
  if (scenario.given === 'cleanup') return effects.includes('enroll');
  return effects.includes(scenario.effect) && (!enrolls(scenario) || effects.includes('enroll'));
}

/** Whether devices may enroll in a scenario. */
export function enrolls({ effect }: Scenario): boolean {
  return effect !== 'read';
}

/**
 * The plan in stages, one after the other. The first scenario is a stage of its own, because it shows whether anything
 * answers. Each scenario that has to run alone is one too. The scenarios between them run at the same time.
 */
export function stagesOf(plan: readonly Scenario[]): readonly (readonly Scenario[])[] {
  const stages: Scenario[][] = [];
  let open: Scenario[] | undefined;
  for (const scenario of plan) {
    if (open && scenario.alone !== true) {
      open.push(scenario);
    } else {
      const isAlone = stages.length === 0 || scenario.alone === true;
      const stage = [scenario];
      stages.push(stage);
      open = isAlone ? undefined : stage;
    }
  }
  return stages;
}

/** The devices of each scenario, counted through the plan from 1, those that ask for ways or are in further ones last: they change no other device. */
export function numberDevices(plan: readonly Scenario[]): ReadonlyMap<Scenario, readonly number[]> {
  let last = 0;
  return new Map(
    [...plan]
      .sort((a, b) => Number(isOfWays(a)) - Number(isOfWays(b)))
      .map((scenario) => [scenario, Array.from({ length: scenario.devices }, () => (last += 1))] as const),
  );
}

function isOfWays({ isFurther, showsWays }: Scenario): boolean {
  return isFurther === true || showsWays === true;
}

/** The names of the devices that may enroll in some scenarios of a plan; with them the user finds the devices on the server. */
export function enrollingNames(plan: readonly Scenario[], some: readonly Scenario[], runId: string): readonly string[] {
  const numbers = numberDevices(plan);
  return some
    .filter(enrolls)
    .flatMap((scenario) => numbers.get(scenario) ?? [])
    .map((number) => deviceName(runId, number));
}
