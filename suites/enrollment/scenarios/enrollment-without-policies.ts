import { defaultKeyPolicy } from '../../../harness/device/client/answers.ts';
import type { Scenario } from '../../../harness/device/run/scenario.ts';

/**
 * The first device enrolls with all messages, so that any permission that GetPolicies gave is used up, and the key
 * length of the policy is known. A second device asks for its certificate at once, and again after a GetPolicies of its
 * own.
 */
export const enrollmentWithoutPolicies: Scenario = {
  id: 'enrollment-without-policies',
  title: 'A device enrolls without asking for policies, then again after it has asked for them',
  effect: 'enroll',
  devices: 2,
  isSecondOpinion: true,

  async drive(context) {
    const first = context.device('with-policies');
    const known = await first.discover(context.discovery(), { name: 'discover-first' });
    const policy = known && (await first.getPolicies(known, { name: 'get-policies-first' }));
    if (policy) await first.issue(known, policy, { name: 'issue-first' });

    const device = context.device('without-policies');
    const services = await device.discover(context.discovery());
    if (!services) return;
    if (policy) {
      const variant = 'no GetPolicies before it';
      await device.issue(services, policy, { name: 'issue-at-once', variant, family: 'enrollment-without-policies' });
      await device.getPolicies(services, { control: true });
    }
    await device.issue(services, policy ?? defaultKeyPolicy, { name: 'issue-after', control: true });
  },
};
