import { enrollingNames, leftOut, planOf } from '../../../device/run/plan.ts';
import type { LeftOut } from '../../../device/run/plan.ts';
import type { Effect, Scenario } from '../../../device/run/scenario.ts';
import type { DescribedStates } from '../../../device/target/target-description.ts';
import type { Io } from '../io.ts';
import { table } from '../table.ts';

/** The parts of a run that are known before it sends anything. */
export interface PlannedRun {
  /** Discovery URL; absent for the embedded reference server. */
  readonly url?: string;
  readonly states?: DescribedStates;
  readonly effects: readonly Effect[];
  /** What selected the checks; empty for all. */
  readonly filters: readonly string[];
  /** All scenarios, in order. */
  readonly all: readonly Scenario[];
  /** Those that the selected checks need. */
  readonly narrowed: readonly Scenario[];
}

/** What decides that a scenario is left out, for people. */
const reasons: Readonly<Record<LeftOut['by'], string>> = {
  selection: 'no selected check needs it',
  effects: 'by --effects',
  states: 'the target file does not say how to bring its state about',
};

/** Prints the scenarios of a run, those that it leaves out, and the devices that it may enroll. Sends nothing. */
export function printPlan(planned: PlannedRun, json: boolean, io: Pick<Io, 'out'>): void {
  const { url, states, effects, filters } = planned;
  const options = { effects, ...(states ? { states } : {}) };
  const plan = planOf(planned.narrowed, options);
  const missing = leftOut(planned.all, planned.narrowed, options);
  const rows = plan.map(({ id, effect, devices, title }) => ({ id, effect, devices, title }));
  const names = enrollingNames(plan, '<run>');
  if (json) {
    const left = missing.map(({ scenario: { id }, by }) => ({ id, by }));
    const document = { target: url ?? null, effects, filters, scenarios: rows, leftOut: left, enrolls: names };
    io.out(`${JSON.stringify(document, null, 2)}\n`);
    return;
  }
  const narrowing = filters.length === 0 ? '' : `, limited to ${filters.join(', ')},`;
  io.out(
    `With --effects ${effects.join(',')}, a run against ${url ?? 'the embedded reference server'}${narrowing} would drive:\n\n`,
  );
  io.out(
    table(
      rows.map(({ id, effect, devices, title }) => [id, effect, `${devices} device${devices === 1 ? '' : 's'}`, title]),
    ),
  );
  if (missing.length > 0) {
    io.out('\nIt would leave out:\n\n');
    io.out(table(missing.map(({ scenario, by }) => [scenario.id, reasons[by]])));
  }
  io.out(`\n${enrollment(names)}\n${renewal(plan)}Nothing was sent.\n`);
}

/** One line about the scenarios that a run leaves out: how many, why, and where they are listed; undefined if there are none. */
export function leftOutLine({ states, effects, all, narrowed }: PlannedRun): string | undefined {
  const missing = leftOut(all, narrowed, { effects, ...(states ? { states } : {}) });
  if (missing.length === 0) return undefined;
  const counts = (['selection', 'effects', 'states'] as const)
    .map((by) => ({ by, count: missing.filter((one) => one.by === by).length }))
    .filter(({ count }) => count > 0)
    .map(
      ({ by, count }) =>
        `${count} by ${{ selection: '--suite and --check', effects: '--effects', states: 'states' }[by]}`,
    );
  return `${missing.length} of ${all.length} scenarios are left out (${counts.join(', ')}); --plan lists them`;
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
