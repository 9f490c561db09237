import type { Scenario } from '../../../harness/device/scenario.ts';

const deviations = ['wrong-password'];

/** One device asks rightly, then twice with a password that is wrong and nothing else, then rightly again. */
export const wrongPassword: Scenario = {
  id: 'wrong-password',
  title: 'A wrong password is sent to the policy and the enrollment service, between two valid requests for policies',
  effect: 'enroll',
  devices: 1,

  async drive(bench) {
    const device = bench.device('wrong-password');
    const services = await device.discover(bench.discovery());
    const right = services && device.credentialFor(services.authPolicy);
    if (!right || services.policyUrl === undefined) return;
    const credential = { ...right, password: bench.wrongPassword() };

    const policy = await device.getPolicies(services, { name: 'control-before', control: true });
    if (!policy) return;
    await device.getPolicies(services, { name: 'get-policies-wrong-password', credential, deviations });
    await device.issue(services, policy, { name: 'issue-wrong-password', credential, deviations });
    await device.getPolicies(services, { name: 'control-after', control: true });
  },
};
