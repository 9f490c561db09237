import { enrollingNames, leftOut, planOf } from '../../../device/run/plan.ts';
import type { LeftOut, PlanOptions } from '../../../device/run/plan.ts';
import { isOpening, scenariosOfShard, type Shard } from '../../../device/run/shard.ts';
import type { Effect, Scenario } from '../../../device/run/scenario.ts';
import type { AuthMethod } from '../../../device/target/auth-method.ts';
import { shownUrl } from '../../../device/target/shown-url.ts';
import type { Given } from '../../../device/target/target-givens.ts';
import type { DescribedStates } from '../../../device/target/target-description.ts';
import { duration } from '../../../../reports/text/units.ts';
import { requestCounts } from '../../../../suites/request-counts.ts';
import type { Io } from '../io.ts';
import { table } from '../table.ts';

/** The parts of a run that are known before it sends anything. */
export interface PlannedRun {
  /** Discovery URL; absent for the embedded reference server. */
  readonly url?: string;
  readonly states?: DescribedStates;
  readonly ways: readonly AuthMethod[];
  readonly givens: readonly Given[];
  readonly effects: readonly Effect[];
  /** Requests a minute at most; missing if the run has no limit. */
  readonly rate?: number;
  /** What selected the checks; empty for all. */
  readonly filters: readonly string[];
  /** All scenarios, in order. */
  readonly all: readonly Scenario[];
  /** Those that the selected checks need. */
  readonly narrowed: readonly Scenario[];
  /** The part that is driven; missing for a whole run. */
  readonly shard?: Shard;
}

/** What decides that a scenario is left out, for people. */
const reasons: Readonly<Record<LeftOut['by'], string>> = {
  selection: 'no selected check needs it',
  effects: 'by --effects',
  rate: 'its requests have to be sent at the same time, which --rate does not allow',
  states: 'the target file does not say how to bring its state about',
  ways: 'the target file does not say how to authenticate in its way, or --auth limits the run to another',
  givens: 'the target file does not give what it needs',
};

/** Prints the scenarios of a run, those that it leaves out, and the devices that it may enroll. Sends nothing. */
export function printPlan(planned: PlannedRun, json: boolean, io: Pick<Io, 'out'>): void {
  const { url, effects, filters, shard } = planned;
  const options = limitsOf(planned);
  const whole = planOf(planned.narrowed, options);
  const plan = partOf(whole, planned.shard);
  const missing = leftOut(planned.all, planned.narrowed, options);
  const rows = plan.map(({ id, effect, devices, title }) => ({ id, effect, devices, title }));
  const names = enrollingNames(whole, plan, '<run>');
  if (json) {
    const left = missing.map(({ scenario: { id }, by }) => ({ id, by }));
    const least = leastOf(plan, planned.rate) ?? {};
    const document = {
      target: url === undefined ? null : shownUrl(url),
      effects,
      filters,
      ...(shard ? { shard: { number: shard.number, of: shard.of } } : {}),
      scenarios: rows,
      leftOut: left,
      enrolls: names,
      ...least,
    };
    io.out(`${JSON.stringify(document, null, 2)}\n`);
    return;
  }
  const part = shard ? `, as shard ${shard.number} of ${shard.of},` : '';
  const narrowing = filters.length === 0 ? '' : `, limited to ${filters.join(', ')},`;
  io.out(
    `With --effects ${effects.join(',')}, a run against ${url === undefined ? 'the embedded reference server' : shownUrl(url)}${narrowing}${part} would drive:\n\n`,
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
  io.out(`\n${enrollment(names)}\n${renewal(plan)}${timeLine(plan, planned.rate)}Nothing was sent.\n`);
}

/** One line about the scenarios that a run leaves out: how many, why, and where they are listed; undefined if there are none. */
export function leftOutLine(planned: PlannedRun): string | undefined {
  const { all, narrowed } = planned;
  const missing = leftOut(all, narrowed, limitsOf(planned));
  if (missing.length === 0) return undefined;
  const counts = (['selection', 'effects', 'rate', 'states', 'ways', 'givens'] as const)
    .map((by) => ({ by, count: missing.filter((one) => one.by === by).length }))
    .filter(({ count }) => count > 0)
    .map(
      ({ by, count }) =>
        `${count} by ${{ selection: '--suite and --check', effects: '--effects', rate: '--rate', states: 'states', ways: 'ways in', givens: 'the target file' }[by]}`,
    );
  return `${missing.length} of ${all.length} scenarios are left out (${counts.join(', ')}); --plan lists them`;
}

/** What a shard drives: its own scenarios, and those by which each shard finds out what the server takes. */
function partOf(plan: readonly Scenario[], shard: Shard | undefined): readonly Scenario[] {
  if (!shard) return plan;
  const own = scenariosOfShard(plan, shard);
  return plan.filter((scenario) => own.has(scenario) || isOpening(scenario, plan));
}

function limitsOf({ effects, rate, states, ways, givens }: PlannedRun): PlanOptions {
  return { effects, ways, givens, ...(rate === undefined ? {} : { rate }), ...(states ? { states } : {}) };
}

/** The least time that a run with a limit takes; undefined without one, or where the requests of a scenario are not counted. */
function leastOf(
  plan: readonly Scenario[],
  rate: number | undefined,
): { readonly rate: number; readonly requests: number; readonly leastSeconds: number } | undefined {
  const counts = plan.flatMap(({ id }) => requestCounts[id] ?? []);
  if (rate === undefined || counts.length < plan.length) return undefined;
  const requests = counts.reduce((sum, one) => sum + one, 0);
  return { rate, requests, leastSeconds: Math.ceil((Math.max(0, requests - 1) * 60) / rate) };
}

function timeLine(plan: readonly Scenario[], limit: number | undefined): string {
  const least = leastOf(plan, limit);
  if (!least) return '';
  const { rate, requests, leastSeconds } = least;
  const time = duration(leastSeconds * 1000);
  return `${requests} requests (as many as the reference server gets) at ${rate} a minute: at least ${time}.\n\n`;
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
