import type { Scenario } from '../../../harness/device/run/scenario.ts';
import { messageIds } from '../shared/message-ids.ts';
import { enrollDevice, inRenewalPeriod, renewAgain, renewFirst } from './shared/renewing-device.ts';

const state = 'second-user';

/** Only the device that enrolled may renew: here the message of one device comes over the connection of another. */
export const secondUser: Scenario = {
  id: 'state-second-user',
  title: 'The device of one user sends a renewal that the device of another user has signed',
  effect: 'renew',
  devices: 2,
  alone: true,
  state,

  async drive(context) {
    const enrolled = await enrollDevice(context, state);
    if (!enrolled) return;
    await inRenewalPeriod(context, enrolled, async (due) => {
      const renewing = await renewFirst(due, 'first-renewal');
      if (!renewing) return;
      await context.inState(state, async (user) => {
        if (!user) return;
        const { services, policy } = renewing;
        const other = context.device(`${state}-device`);
        const credential = await other.credentialFor(services, user);
        if (!credential) return;
        const shows = (await other.issue(services, policy, { credential }))?.held();
        if (!shows) return;
        const deviations = [`state-${state}`, 'other-client-certificate'];
        await renewAgain(renewing, { name: 'renew-over-other', messageId: messageIds[state], shows, deviations });
      });
      await renewAgain(renewing, { name: 'control-after', control: true });
    });
  },
};
