import type { Check } from '../../engine/rule/check.ts';
import type { Scenario } from '../../device/run/scenario.ts';
import { checks as ours } from '../../../suites/index.ts';
import { neededScenarios } from '../../../suites/needed-scenarios.ts';
import type { CheckModule } from './own-module.ts';

/** Our checks, and behind them those of modules: what can be selected. */
export function checksWith(modules: readonly CheckModule[]): readonly Check[] {
  return modules.length === 0 ? ours : [...ours, ...modules.flatMap(({ checks }) => checks)];
}

/** What was selected, apart again: our checks, and each module with those of its own. */
export interface Apart {
  readonly ours: readonly Check[];
  /** Without modules of which nothing is selected. */
  readonly modules: readonly CheckModule[];
}

/** Takes a selection of `checksWith` apart. A whole selection keeps modules that have scenarios alone. */
export function apart(selected: readonly Check[], modules: readonly CheckModule[], isWhole: boolean): Apart {
  const own = new Set(modules.flatMap(({ checks }) => checks));
  return {
    ours: selected.filter((check) => !own.has(check)),
    modules: modules
      .map((module) => ({ ...module, checks: module.checks.filter((check) => selected.includes(check)) }))
      .filter(({ checks }) => isWhole || checks.length > 0),
  };
}

/** The scenarios of a plan of ours that a selection needs, and behind them those of its modules. */
export function neededWith({ ours: chosen, modules }: Apart, plan: readonly Scenario[]): readonly Scenario[] {
  const own = modules.flatMap(({ name, checks }) =>
    checks.filter(({ needs }) => 'flow' in needs || !isOfFamily(needs.where, `${name.prefix}/`)),
  );
  return [...neededScenarios([...chosen, ...own], plan), ...modules.flatMap(({ scenarios }) => scenarios)];
}

/** Only the scenarios of the module send what belongs to a family with its prefix. */
function isOfFamily(where: object | undefined, prefix: string): boolean {
  return where !== undefined && 'family' in where && String(where.family).startsWith(prefix);
}
