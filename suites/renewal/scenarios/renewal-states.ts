import type { Scenario } from '../../../harness/device/run/scenario.ts';
import { messageIds } from '../shared/message-ids.ts';
import { enrollAgain, enrollDevice, inRenewalPeriod, renewAgain, renewFirst } from './shared/renewing-device.ts';

/** What a certificate is then like, for people. */
const descriptions = {
  'not-eligible-to-renew': 'while the device is blocked',
  'expired-certificate': 'when it has expired',
  'early-renewal': 'before its renewal period',
} as const;

const states = Object.keys(descriptions) as readonly (keyof typeof descriptions)[];

/**
 * One scenario for each state in which the server must not renew a certificate: between two valid renewals, the device
 * tries to renew in that state. If the state is that of a user, the device enrolls as that user first.
 */
export const renewalStates: readonly Scenario[] = states.map((state) => ({
  id: `state-${state}`,
  title: `A device renews its certificate, renews one ${descriptions[state]}, and renews its own once more`,
  effect: 'renew',
  devices: 1,
  alone: true,
  state,

  async drive(context) {
    const enrolled = await enrollDevice(context, `state-${state}`);
    if (!enrolled) return;
    const deviations = [`state-${state}`];
    await inRenewalPeriod(context, enrolled, async (due) => {
      const renewing = await renewFirst(due, 'first-renewal');
      if (!renewing) return;
      await context.inState(state, async (user) => {
        const { device, services } = renewing;
        const credential = user && (await device.credentialFor(services, user));
        if (user && !credential) return;
        const issue = { name: 'issue-in-state', deviations };
        const concerned = credential ? await enrollAgain(renewing, { ...issue, credential }) : renewing;
        if (concerned)
          await renewAgain(concerned, { name: 'renew-in-state', messageId: messageIds[state], deviations });
      });
      await renewAgain(renewing, { name: 'control-after', control: true });
    });
  },
}));
