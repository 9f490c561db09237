import type { Scenario } from '../harness/device/scenario.ts';
import { repeatedDiscovery } from './discovery/scenarios/repeated-discovery.ts';
import { modernEnrollment } from './enrollment/scenarios/modern-enrollment.ts';
import { windowsEnrollment } from './enrollment/scenarios/windows-enrollment.ts';
import { messageIdEcho } from './envelope/scenarios/message-id-echo.ts';
import { wrongPassword } from './faults/scenarios/wrong-password.ts';

/** Every scenario in plan order: what is valid first, what may lock the user out last. */
export const scenarios: readonly Scenario[] = [
  windowsEnrollment,
  modernEnrollment,
  repeatedDiscovery,
  messageIdEcho,
  wrongPassword,
];
