import type { Services } from '../../../harness/device/client/answers.ts';
import type { Scenario } from '../../../harness/device/run/scenario.ts';
import { scanHost } from './scan-host.ts';

/** The hosts that a device meets before it enrolls; the sign-in page only if Discover names it. */
export const hosts: Scenario = {
  id: 'hosts',
  title: 'Each host of discovery, sign-in, policy and enrollment is connected to with each version of TLS',
  effect: 'read',
  devices: 6,

  async drive(context) {
    const { url } = context.discovery();
    const services = await context.device('hosts').discover({ url });
    for (const [origin, service] of originsOf([context.entrance(), url], services)) {
      await scanHost(context.device(`host-${service}`), service, origin);
    }
  },
};

/** The service that is met first on each host and port with HTTPS, in the order in which a device meets them. */
export function originsOf(
  [entrance, discovery]: readonly [entrance: string, discovery: string],
  services: Services | undefined,
): ReadonlyMap<string, string> {
  const { authPolicy, authenticationUrl, policyUrl, enrollmentUrl } = services ?? {};
  const named = [
    ['discovery', entrance],
    ['redirected', discovery],
    ['sign-in', authPolicy === 'Federated' ? authenticationUrl : undefined],
    ['policy', policyUrl],
    ['enrollment', enrollmentUrl],
  ] as const;
  const origins = new Map<string, string>();
  for (const [service, url = ''] of named) {
    const origin = URL.canParse(url) ? new URL(url).origin : '';
    if (origin.startsWith('https:') && !origins.has(origin)) origins.set(origin, service);
  }
  return origins;
}
