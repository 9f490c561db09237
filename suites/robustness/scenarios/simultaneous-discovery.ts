import { sideBySide } from '../../../harness/device/run/side-by-side.ts';
import type { Scenario } from '../../../harness/device/run/scenario.ts';

const times = 40;
const atOnce = 10;

/**
 * About the load of a small office on the morning of its migration. The rest of a run sends the same Discover some
 * seventy times more.
 */
export const simultaneousDiscovery: Scenario = {
  id: 'simultaneous-discovery',
  title: `The identical Discover is sent ${times} times, ${atOnce} at a time`,
  effect: 'read',
  devices: 1,
  isSimultaneous: true,

  async drive(context) {
    const device = context.device('simultaneous-discovery');
    const discovery = context.discovery();
    const control = await device.discover(discovery, { name: 'control-before', control: true });
    if (!control) return;
    const numbers = Array.from({ length: times }, (_, index) => index + 1);
    await sideBySide(numbers, atOnce, async (number) => {
      await device.discover(discovery, { name: `repetition-${number}`, family: 'simultaneous-discovery' });
    });
    await device.discover(discovery, { name: 'control-after', control: true });
  },
};
