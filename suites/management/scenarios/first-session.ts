import type { Scenario } from '../../../harness/device/run/scenario.ts';
import { enrollForSessions } from './shared/managed-device.ts';

/** What every device does as soon as it is enrolled, and then again and again. */
export const firstSession: Scenario = {
  id: 'first-session',
  title: 'A device enrolls, holds its first management session, and another one',
  effect: 'enroll',
  devices: 1,

  async drive(context) {
    const managed = await enrollForSessions(context, 'first-session');
    await managed?.session({ name: 'first', sessionId: '1' });
    await managed?.session({ name: 'second', sessionId: 'A3' });
  },
};
