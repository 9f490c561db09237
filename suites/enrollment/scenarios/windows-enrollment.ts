import type { Scenario } from '../../../harness/device/run/scenario.ts';

/** All messages of a Windows device, with the certificate request that only Windows writes. */
export const windowsEnrollment: Scenario = {
  id: 'windows-enrollment',
  title: 'A Windows device probes, discovers, asks for policies and enrolls with the certificate request of Windows',
  effect: 'enroll',
  devices: 1,
  mustSend: 'issue',

  async drive(context) {
    const device = context.device('windows');
    const discovery = await device.probe();
    const services = discovery && (await device.discover(discovery));
    if (services) await device.signIn(services);
    const policy = services && (await device.getPolicies(services));
    const issued = policy && (await device.issue(services, policy));
    if (issued) await device.reuseToken(services, policy);
  },
};
