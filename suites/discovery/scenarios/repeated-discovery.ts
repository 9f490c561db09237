import type { Scenario } from '../../../harness/device/run/scenario.ts';

/** Shows whether the answer depends on anything but the request. */
export const repeatedDiscovery: Scenario = {
  id: 'repeated-discovery',
  title: 'One device sends the identical Discover twice',
  effect: 'read',
  devices: 1,

  async drive(context) {
    const device = context.device('repeated-discovery');
    await device.discover(context.discovery(), { name: 'discover-first' });
    await device.discover(context.discovery(), { name: 'discover-again' });
  },
};
