import { enrollingNames, planOf } from '../../../device/run/plan.ts';
import type { Effect, Scenario } from '../../../device/run/scenario.ts';
import type { DescribedStates } from '../../../device/target/target-description.ts';
import { scenarios } from '../../../../suites/scenarios.ts';
import type { Io } from '../io.ts';
import { table } from '../table.ts';

/** The parts of a run that are known before it sends anything. */
export interface PlannedRun {
  /** Discovery URL; absent for the embedded reference server. */
  readonly url?: string;
  readonly states?: DescribedStates;
  readonly effects: readonly Effect[];
}

/** Prints the scenarios of a run and the devices that it may enroll. Sends nothing. */
export function printPlan({ url, states, effects }: PlannedRun, json: boolean, io: Pick<Io, 'out'>): void {
  const plan = planOf(scenarios, { effects, ...(states ? { states } : {}) });
  const rows = plan.map(({ id, effect, devices, title }) => ({ id, effect, devices, title }));
  const names = enrollingNames(plan, '<run>');
  if (json) {
    io.out(`${JSON.stringify({ target: url ?? null, effects, scenarios: rows, enrolls: names }, null, 2)}\n`);
    return;
  }
  io.out(
    `With --effects ${effects.join(',')}, a run against ${url ?? 'the embedded reference server'} would drive:\n\n`,
  );
  io.out(
    table(
      rows.map(({ id, effect, devices, title }) => [id, effect, `${devices} device${devices === 1 ? '' : 's'}`, title]),
    ),
  );
  io.out(`\n${enrollment(names)}\n${renewal(plan)}Nothing was sent.\n`);
}

function renewal(plan: readonly Scenario[]): string {
  const devices = plan.filter(({ effect }) => effect === 'renew').reduce((sum, scenario) => sum + scenario.devices, 0);
  return devices === 0
    ? ''
    : `If the server offers renewal, it would renew the certificates of up to ${devices} of them.\n\n`;
}

/** `<run>` stands for the id of the run, which is new each time. */
function enrollment(names: readonly string[]): string {
  if (names.length === 0) return 'It would enroll no device.';
  const devices = names.length === 1 ? 'one device' : `up to ${names.length} devices`;
  return `It would enroll ${devices}:\n${names.map((name) => `  ${name}\n`).join('')}`;
}
