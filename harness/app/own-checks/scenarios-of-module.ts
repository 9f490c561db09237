import type { OwnScenario } from '../../device/run/define-scenario.ts';
import type { Scenario } from '../../device/run/scenario.ts';
import { cleanup } from '../../../suites/management/scenarios/cleanup.ts';

/**
 * The scenarios of a module as a run drives them: each alone, behind all of ours. Where they enroll devices, those leave again if the target wants
 * its devices to leave.
 */
export function scenariosOfModule(prefix: string, scenarios: readonly OwnScenario[]): readonly Scenario[] {
  const all = scenarios.map((scenario): Scenario => ({ ...scenario, alone: true, module: prefix }));
  const last = {
    ...cleanup,
    id: `${prefix}/cleanup`,
    title: `The devices of ${prefix} leave the server`,
    module: prefix,
  };
  return all.some(({ effect, id }) => effect !== 'read' && id !== last.id) ? [...all, last] : all;
}
