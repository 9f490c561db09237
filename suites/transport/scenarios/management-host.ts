import { asClientCertificate } from '../../../harness/device/client/held-certificate.ts';
import { managementAccount } from '../../../harness/device/management/account.ts';
import type { Scenario } from '../../../harness/device/run/scenario.ts';
import { isUsableUrl } from '../../../harness/device/target/usable-url.ts';
import { hostPath } from '../../../harness/engine/evidence/kind.ts';
import { originsOf } from './hosts.ts';
import { scanHost } from './scan-host.ts';

/** Only an enrolled device knows the management server, which may demand the new certificate. */
export const managementHost: Scenario = {
  id: 'management-host',
  title:
    'A device enrolls and connects to the host of its management server, with each version of TLS if that is a new host',
  effect: 'enroll',
  devices: 1,
  mustSend: 'host',

  async drive(context) {
    const device = context.device('management-host');
    const { url } = context.discovery();
    const services = await device.discover({ url });
    const policy = services && (await device.getPolicies(services));
    const enrolled = policy && (await device.issue(services, policy));
    const address = enrolled && managementAccount(enrolled.document)?.url;
    if (!address || !isUsableUrl(address, url)) return;
    const { origin } = new URL(address);
    const isKnown = origin.startsWith('http:') || originsOf([context.entrance(), url], services).has(origin);
    if (!isKnown && !(await scanHost(device, 'management', origin))) return;
    const held = enrolled.held();
    await device.request('GET', `${origin}${hostPath}`, {
      name: 'management-host',
      ...(held ? { connection: { clientCertificate: asClientCertificate(held) } } : {}),
    });
  },
};
