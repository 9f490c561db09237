import { enrollingNames, planOf } from '../../../device/run/plan.ts';
import type { Effect, Scenario } from '../../../device/run/scenario.ts';
import type { DescribedStates } from '../../../device/target/target-description.ts';
import { scenarios } from '../../../../suites/scenarios.ts';
import type { Io } from '../io.ts';
import { table } from '../table.ts';

/** What a run would do, as far as it is known before anything is sent. */
export interface PlannedRun {
  /** Discovery URL; absent for the embedded reference server. */
  readonly url?: string;
  readonly states?: DescribedStates;
  readonly effects: readonly Effect[];
}

/** Prints what a run would drive, and which devices it may enroll. Nothing is sent. */
export function printPlan({ url, states, effects }: PlannedRun, json: boolean, io: Pick<Io, 'out'>): void {
  const plan = planOf(scenarios, { effects, ...(states ? { states } : {}) });
  const rows = plan.map(({ id, effect, devices, title }) => ({ id, effect, devices, title }));
  const names = enrollingNames(plan, '<run>');
  if (json) {
    io.out(`${JSON.stringify({ target: url ?? null, effects, scenarios: rows, enrolls: names }, null, 2)}\n`);
    return;
  }
  io.out(
    `A run against ${url ?? 'the embedded reference server'} would drive, with --effects ${effects.join(',')}:\n\n`,
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
    : `It would renew the certificates of up to ${devices} of them, where the server offers that.\n\n`;
}

/** `<run>` stands for what each run draws anew. */
function enrollment(names: readonly string[]): string {
  if (names.length === 0) return 'It would enroll no device.';
  const devices = names.length === 1 ? 'one device' : `up to ${names.length} devices`;
  return `It would enroll ${devices}:\n${names.map((name) => `  ${name}\n`).join('')}`;
}
