import type { Scenario } from '../../../harness/device/run/scenario.ts';

/** The way of a Windows device as far as it leaves nothing behind; alone, it is what a run that only reads finds out. */
export const policiesOnly: Scenario = {
  id: 'policies-only',
  title: 'A Windows device probes, discovers and asks for policies, and its user goes no further',
  effect: 'read',
  devices: 1,

  async drive(context) {
    const device = context.device('policies-only');
    const discovery = await device.probe();
    const services = discovery && (await device.discover(discovery));
    if (services) await device.getPolicies(services);
  },
};
