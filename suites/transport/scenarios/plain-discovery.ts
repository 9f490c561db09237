import type { Scenario } from '../../../harness/device/run/scenario.ts';

/**
 * The attempt of a device that trusts no certificate of the server (Learn: Federated authentication device enrollment).
 */
export const plainDiscovery: Scenario = {
  id: 'plain-discovery',
  title: 'Discovery is probed over HTTPS, then over plain HTTP if its address is known',
  effect: 'read',
  devices: 1,

  async drive(context) {
    const device = context.device('plain-discovery');
    await device.probe();
    const url = context.plainDiscovery();
    if (url === undefined) return;
    await device.request('GET', url, { name: 'plain-probe', connection: { plainHttp: true } });
  },
};
