import type { Scenario } from '../../../harness/device/run/scenario.ts';
import { refusingStates } from '../../../harness/engine/evidence/state-names.ts';

/** What the server is then like, for people. */
const descriptions: Readonly<Record<(typeof refusingStates)[number], string>> = {
  authorization: 'for a user who may not enroll',
  'device-cap': 'for a user who has as many devices as are allowed',
  'unsupported-device': 'while its kind of device is not accepted',
  license: 'for a user whose license does not allow it',
  maintenance: 'while the server is in maintenance',
  'custom-error': 'while the server refuses with a text of its own',
  'ca-down': 'while the certification authority is out of reach',
};

/**
 * One scenario for each state in which the server has to refuse a valid request: the device enrolls, asks again in that
 * state as far as it gets, and enrolls once more.
 */
export const serverStates: readonly Scenario[] = refusingStates.map((state) => ({
  id: `state-${state}`,
  title: `A device enrolls, asks again ${descriptions[state]}, and enrolls once more`,
  effect: 'enroll',
  devices: 1,
  alone: true,
  state,

  async drive(context) {
    const deviations = [`state-${state}`];
    const device = context.device(`state-${state}`);
    const services = await device.discover(context.discovery());
    const policy = services && (await device.getPolicies(services));
    if (!policy) return;
    const before = await device.issue(services, policy, { name: 'control-before', control: true });
    if (!before) return;
    const wasBroughtAbout = await context.inState(state, async (user) => {
      const credential = user && (await device.credentialFor(services, user));
      if (user && !credential) return;
      const step = { deviations, ...(credential ? { credential } : {}) };
      const own = await device.getPolicies(services, { ...step, name: 'get-policies-in-state' });
      if (own) await device.issue(services, own, { ...step, name: 'issue-in-state' });
    });
    if (wasBroughtAbout) await device.issue(services, policy, { name: 'control-after', control: true });
  },
}));
