import { sideBySide } from '../../../harness/device/run/side-by-side.ts';
import type { Scenario } from '../../../harness/device/run/scenario.ts';
import { enrollForSessions } from './shared/managed-device.ts';

/** Each device numbers its sessions by itself, so that two of them often have the same SessionID. */
export const simultaneousSessions: Scenario = {
  id: 'simultaneous-sessions',
  title: 'Two devices hold sessions of the same SessionID at the same time',
  effect: 'enroll',
  devices: 2,
  isSimultaneous: true,

  async drive(context) {
    const one = await enrollForSessions(context, 'simultaneous-sessions');
    const other = one && (await enrollForSessions(context, 'simultaneous-sessions-other'));
    const control = await one?.session({ name: 'control-before', control: true, sessionId: '1' });
    if (!one || !other || control?.end !== 'closed') return;
    await sideBySide([one, other], 2, async ({ session }) => {
      await session({
        name: 'at-once',
        sessionId: '2',
        family: 'simultaneous-sessions',
        variant: 'two devices at once',
      });
    });
    await one.session({ name: 'control-after', control: true, sessionId: '3' });
  },
};
