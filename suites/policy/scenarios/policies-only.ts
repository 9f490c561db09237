import type { Scenario } from '../../../harness/device/run/scenario.ts';

/**
 * A Windows device up to the last message that changes nothing on the server; a run with `--effects read` sees this
 * much.
 */
export const policiesOnly: Scenario = {
  id: 'policies-only',
  title: 'A Windows device probes, discovers and asks for policies, then stops',
  effect: 'read',
  devices: 1,

  async drive(context) {
    const device = context.device('policies-only');
    const discovery = await device.probe();
    const services = discovery && (await device.discover(discovery));
    if (services) await device.getPolicies(services);
  },
};
