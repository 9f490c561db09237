import type { Scenario } from '../../../device/run/scenario.ts';
import { windowsEnrollment } from '../../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { wrongPassword } from '../../../../suites/faults/scenarios/wrong-password.ts';
import { hosts } from '../../../../suites/transport/scenarios/hosts.ts';

/** An enrollment, a look at each host and a refusal: what a run drives where it is the command that is tested, not the plan. */
export const fewScenarios: readonly Scenario[] = [windowsEnrollment, hosts, wrongPassword];
