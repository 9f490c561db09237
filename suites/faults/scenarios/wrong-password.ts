import type { Scenario } from '../../../harness/device/run/scenario.ts';

const deviations = ['wrong-password'];

/**
 * One device asks with the right password, then twice with a wrong one and no other defect, then with the right one
 * again. If there is no policy service, or none that answers, a valid enrollment is the control.
 */
export const wrongPassword: Scenario = {
  id: 'wrong-password',
  title: 'A wrong password is sent to the policy and the enrollment service, between two valid requests for policies',
  effect: 'enroll',
  devices: 1,
  alone: true,

  async drive(context) {
    const device = context.device('wrong-password');
    const services = await device.discover(context.discovery());
    const right = services && device.credentialFor(services.authPolicy);
    if (!right) return;
    const credential = { ...right, password: context.wrongPassword() };

    const fallback = context.fallbackPolicy();
    const policy = fallback ?? (await device.getPolicies(services, { name: 'control-before', control: true }));
    if (!policy) return;
    const isWithoutPolicies = services.policyUrl === undefined || fallback !== undefined;
    if (isWithoutPolicies) await device.issue(services, policy, { name: 'control-before', control: true });
    if (!fallback) await device.getPolicies(services, { name: 'get-policies-wrong-password', credential, deviations });
    await device.issue(services, policy, { name: 'issue-wrong-password', credential, deviations });
    if (!fallback) await device.getPolicies(services, { name: 'control-after', control: true });
    if (isWithoutPolicies) await device.issue(services, policy, { name: 'control-after', control: true });
  },
};
