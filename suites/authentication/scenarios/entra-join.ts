import type { Scenario, ScenarioContext } from '../../../harness/device/run/scenario.ts';
import { entraItems } from './shared/entra-items.ts';

/** The two ways in which a device comes from Microsoft Entra. */
export const entraJoin: Scenario = {
  id: 'entra-join',
  title: 'One device joins Microsoft Entra, and one gets a work account: terms of use, policies, certificate',
  effect: 'enroll',
  devices: 2,
  way: 'entra',
  async drive(context) {
    await enroll(context, 'entra-join', 'Device');
    await enroll(context, 'work-account', 'Full');
  },
};

async function enroll(context: ScenarioContext, flow: string, type: 'Device' | 'Full'): Promise<void> {
  const device = context.device(flow);
  const accepted = await device.entra?.terms({ name: `${flow}-terms`, does: 'accept', joins: type === 'Device' });
  const services = await device.discover(context.discovery(), { name: `${flow}-discover` });
  const policy = services && (await device.getPolicies(services, { name: `${flow}-get-policies` }));
  if (!services || !policy) return;
  const blob = accepted && 'blob' in accepted ? accepted.blob : undefined;
  await device.issue(services, policy, {
    name: `${flow}-issue`,
    contextItems: entraItems(type, blob && context.reveal(blob)),
  });
}
