import type { Device } from '../../../harness/device/client/device.ts';
import type { MessageOptions } from '../../../harness/device/client/steps.ts';
import type { Discovery } from '../../../harness/device/client/probe.ts';
import type { Profile } from '../../../harness/device/client/profile.ts';
import { windows11 } from '../../../harness/device/client/windows-11.ts';
import type { Scenario } from '../../../harness/device/run/scenario.ts';
import { beside, without } from './shared/context-items.ts';
import type { OtherContext } from './shared/context-items.ts';

interface Client {
  readonly family: string;
  readonly requestVersion: string;
  readonly profile?: Profile;
  /** What the client says about itself for the negotiated version, if that is not what its profile says. */
  readonly context?: (agreed: string) => OtherContext;
}

const oldContext = without('UXInitiated', 'HWDevID', 'Locale', 'NotInOobe');
/** The item came with version 5.0 (MS-MDE2 3.4.4.1.1.1.1) and names the version in use. */
const newContext = (agreed: string): OtherContext =>
  Number(agreed) >= 5 ? beside(['RequestVersion', agreed]) : (own) => own;

/** Where the server agrees to another version, nobody knows what this client would say besides. */
const ofVersion5: Profile = { ...windows11, moreContext: { behind: [] } };

/**
 * The first Windows 10, some in between, and a current Windows 11. The only published items of version 5.0 are those that Windows 11 25H2
 * sends where the server agrees to that version; those of 6.0 follow the text.
 */
const clients: readonly Client[] = [
  { family: 'early-client-version', requestVersion: '3.0', context: () => oldContext },
  { family: 'client-versions', requestVersion: '5.0', profile: ofVersion5 },
  { family: 'client-versions', requestVersion: '6.0', context: newContext },
  { family: 'client-versions', requestVersion: '9.0', profile: windows11 },
];

/** The devices of an organisation have different versions, and each of them sends all messages. */
export const clientVersions: Scenario = {
  id: 'client-versions',
  title: 'One device enrolls as Windows of several versions, each from Discover to the certificate',
  effect: 'enroll',
  devices: 1,

  async drive(context) {
    const device = context.device('client-versions');
    const discovery = context.discovery();
    if (!(await enroll(device, discovery, 'control-before', { control: true }))) return;
    for (const client of clients) {
      const { family, requestVersion, profile } = client;
      const variant = `a client of RequestVersion ${requestVersion}`;
      await enroll(device, discovery, requestVersion, { variant, family, ...(profile ? { profile } : {}) }, client);
    }
    await enroll(device, discovery, 'control-after', { control: true });
  },
};

/** Sends all messages; returns whether the device got a certificate. */
async function enroll(
  device: Device,
  discovery: Discovery,
  name: string,
  options: MessageOptions,
  client?: Client,
): Promise<boolean> {
  const asked = client && { requestVersion: client.requestVersion };
  const services = await device.discover(discovery, { ...options, ...asked, name: `discover-${name}` });
  const policy = services && (await device.getPolicies(services, { ...options, name: `get-policies-${name}` }));
  if (!policy) return false;
  const contextItems = client?.context?.(services.enrollmentVersion ?? client.requestVersion);
  const told = contextItems && { contextItems };
  return (await device.issue(services, policy, { ...options, ...told, name: `issue-${name}` })) !== undefined;
}
