import type { Device } from '../../../harness/device/client/device.ts';
import type { MessageOptions } from '../../../harness/device/client/steps.ts';
import type { Discovery } from '../../../harness/device/client/probe.ts';
import type { Scenario } from '../../../harness/device/run/scenario.ts';
import { beside, without } from './shared/context-items.ts';
import type { OtherContext } from './shared/context-items.ts';

interface Client {
  readonly family: string;
  readonly requestVersion: string;
  /** What the client says about itself for the negotiated version. */
  readonly context: (agreed: string) => OtherContext;
}

const oldContext = without('UXInitiated', 'HWDevID', 'Locale', 'NotInOobe');
/** The item came with version 5.0 (MS-MDE2 3.4.4.1.1.1.1) and names the version in use. */
const newContext = (agreed: string): OtherContext =>
  Number(agreed) >= 5 ? beside(['RequestVersion', agreed]) : (own) => own;

/** The first Windows 10, one in between, and a Windows 11. */
const clients: readonly Client[] = [
  { family: 'early-client-version', requestVersion: '3.0', context: () => oldContext },
  { family: 'client-versions', requestVersion: '6.0', context: newContext },
  { family: 'client-versions', requestVersion: '9.0', context: newContext },
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
      const { family, requestVersion } = client;
      const variant = `a client of RequestVersion ${requestVersion}`;
      await enroll(device, discovery, requestVersion, { variant, family }, client);
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
  const told = client && { contextItems: client.context(services.enrollmentVersion ?? client.requestVersion) };
  return (await device.issue(services, policy, { ...options, ...told, name: `issue-${name}` })) !== undefined;
}
