import type { Scenario } from '../../../harness/device/run/scenario.ts';

const methods = ['HEAD', 'PUT', 'DELETE'];

/** What scanners send to every address. */
export const httpMethods: Scenario = {
  id: 'http-methods',
  title: 'HEAD, PUT and DELETE are sent to each address',
  effect: 'read',
  devices: 1,

  async drive(context) {
    const device = context.device('http-methods');
    const discovery = context.discovery();
    const services = await device.discover(discovery, { name: 'control-before', control: true });
    if (!services) return;
    const { policyUrl, enrollmentUrl } = services;
    const addresses = { discovery: discovery.url, policy: policyUrl, enrollment: enrollmentUrl };
    const seen = new Set<string>();
    for (const [service, url] of Object.entries(addresses)) {
      if (url === undefined || seen.has(url)) continue;
      seen.add(url);
      for (const method of methods) {
        const variant = `${method} at the ${service} address`;
        await device.request(method, url, {
          name: `${method.toLowerCase()}-${service}`,
          variant,
          deviations: ['method'],
        });
      }
    }
    await device.discover(discovery, { name: 'control-after', control: true });
  },
};
