import { startTogether } from '../../../harness/device/run/start-together.ts';
import type { Scenario } from '../../../harness/device/run/scenario.ts';

const id = 'simultaneous-enrollment';

/** A user sets up two devices side by side. The keys are made before, so that both requests leave in the same moment. */
export const simultaneousEnrollment: Scenario = {
  id,
  title: 'Two devices of one user ask for their certificates at the same moment',
  effect: 'enroll',
  devices: 2,
  isSimultaneous: true,

  async drive(context) {
    const devices = [context.device(`${id}-first`), context.device(`${id}-other`)];
    const [first] = devices;
    const services = await first?.discover(context.discovery());
    const policy = services && (await first?.getPolicies(services));
    if (!services || !policy) return;
    for (const [index, device] of devices.entries()) {
      if (!(await device.issue(services, policy, { name: `control-before-${index + 1}`, control: true }))) return;
    }
    const variant = 'two requests at the same moment';
    const start = startTogether(devices.length);
    await Promise.all(
      devices.map((device, index) =>
        device.issue(services, policy, { name: `issue-${index + 1}`, variant, family: id, start: start(index) }),
      ),
    );
    for (const [index, device] of devices.entries()) {
      await device.issue(services, policy, { name: `control-after-${index + 1}`, control: true });
    }
  },
};
