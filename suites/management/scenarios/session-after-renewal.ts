import { isHeld } from './shared/managed-device.ts';
import type { Scenario } from '../../../harness/device/run/scenario.ts';
import { enrollDevice, inRenewalPeriod, renewFirst } from '../../renewal/scenarios/shared/renewing-device.ts';

/** The account stays; what shows whose device it is, is new. */
export const sessionAfterRenewal: Scenario = {
  id: 'session-after-renewal',
  title: 'A device holds a session, renews its certificate, and holds a session with the new one',
  effect: 'renew',
  devices: 1,

  async drive(context) {
    const enrolled = await enrollDevice(context, 'session-after-renewal');
    if (!enrolled) return;
    await inRenewalPeriod(context, enrolled, async (due) => {
      const { device, document, held } = due;
      const before = await device.manage(document, { name: 'control-before', control: true, held, sessionId: '1' });
      const renewed = isHeld(before) ? await renewFirst(due, 'first-renewal') : undefined;
      if (!renewed) return;
      await device.manage(document, {
        name: 'renewed',
        held: renewed.held,
        sessionId: '2',
        family: 'renewed-certificate',
        variant: 'a renewed certificate',
      });
      await device.manage(document, { name: 'control-after', control: true, held: renewed.held, sessionId: '3' });
    });
  },
};
