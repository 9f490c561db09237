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
    if (!one || !other) return;
    const both = [one, other];
    const control = { control: true } as const;
    for (const { session } of both) await session({ ...control, name: 'control-before', sessionId: '1' });
    await sideBySide(both, 2, async ({ session }) => {
      await session({
        name: 'at-once',
        sessionId: '2',
        family: 'simultaneous-sessions',
        variant: 'two devices at once',
      });
    });
    for (const { session } of both) await session({ ...control, name: 'control-after', sessionId: '3' });
  },
};
