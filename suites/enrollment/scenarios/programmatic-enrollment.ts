import type { Scenario } from '../../../harness/device/run/scenario.ts';
import { agentFamily } from '../../../harness/engine/evidence/agent-enrollment.ts';

/**
 * A management agent calls RegisterDeviceWithManagement: Discover carries the name that the agent gave, and both services get its token,
 * whatever AuthPolicy discovery chose (fleetdm/fleet issues 46387, 48300).
 */
export const programmaticEnrollment: Scenario = {
  id: agentFamily,
  title: 'An agent enrolls a device with its own token, and with a name that is no e-mail address',
  effect: 'enroll',
  devices: 1,
  given: 'programmatic',

  async drive(context) {
    const agent = context.agent();
    if (!agent) return;
    const { emailAddress, token } = agent;
    const device = context.device(agentFamily);
    const { url } = context.discovery();
    await device.discover({ url }, { name: 'control-before', control: true });
    const variant = { family: agentFamily, variant: 'the token of an agent' };
    const step = { ...variant, credential: { kind: 'user-token', token } } as const;
    const services = await device.discover({ url }, { ...variant, email: () => emailAddress, deviations: ['schema'] });
    const policy = services && (await device.getPolicies(services, step));
    if (policy) await device.issue(services, policy, step);
    await device.discover({ url }, { name: 'control-after', control: true });
  },
};
