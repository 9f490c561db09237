import type { Scenario } from '../../../harness/device/run/scenario.ts';

/** The whole path of a device from a provisioning package: it offers Certificate only, and signs what it asks. */
export const certificateEnrollment: Scenario = {
  id: 'certificate-enrollment',
  title:
    'A device discovers with AuthPolicy Certificate, and signs GetPolicies and RequestSecurityToken with its certificate',
  effect: 'enroll',
  devices: 1,
  way: 'certificate',

  async drive(context) {
    const device = context.device('certificate');
    const services = await device.discover(context.discovery());
    if (services?.authPolicy !== 'Certificate') return;
    const policy = await device.getPolicies(services);
    if (policy) await device.issue(services, policy);
  },
};
