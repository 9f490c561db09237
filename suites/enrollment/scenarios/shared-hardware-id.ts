import type { Scenario } from '../../../harness/device/run/scenario.ts';

/** Any device can claim any HWDevID, because nothing proves it. */
export const sharedHardwareId: Scenario = {
  id: 'shared-hardware-id',
  title: 'A device enrolls, another one with its HWDevID, and a third one with an HWDevID of its own',
  effect: 'enroll',
  devices: 3,

  async drive(context) {
    const [first, other, third] = ['first', 'other', 'third'].map((name) =>
      context.device(`shared-hardware-id-${name}`),
    );
    if (!first || !other || !third) return;
    const services = await first.discover(context.discovery());
    const policy = services && (await first.getPolicies(services));
    if (!services || !policy) return;
    let hardwareId = '';
    await first.issue(services, policy, {
      name: 'issue-first',
      contextItems: (own) => {
        hardwareId = own.find(([name]) => name === 'HWDevID')?.[1] ?? '';
        return own;
      },
    });
    await other.issue(services, policy, {
      name: 'issue-other',
      variant: 'the HWDevID of another device',
      family: 'shared-hardware-id',
      contextItems: (own) => own.map(([name, value]) => [name, name === 'HWDevID' ? hardwareId : value]),
    });
    await third.issue(services, policy, { name: 'issue-third' });
  },
};
