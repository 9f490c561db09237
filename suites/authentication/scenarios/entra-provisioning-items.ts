import type { Scenario } from '../../../harness/device/run/scenario.ts';
import { entraItems } from './shared/entra-items.ts';

/** What Windows Autopilot and a provisioning package add to the items of a device (MS-MDE2 3.4.4.1.1.1.1). */
const items: readonly (readonly [variant: string, name: string, value: string])[] = [
  ['ZeroTouchProvisioning', 'ZeroTouchProvisioning', '5a0d1c3e-7b2f-4e6a-9c8d-1f2e3d4c5b6a'],
  ['BulkAADJ', 'BulkAADJ', 'true'],
  ['a correlator of one character', 'OfflineAutoPilotEnrollmentCorrelator', 'a'],
  ['a correlator of 100 characters', 'OfflineAutoPilotEnrollmentCorrelator', `a1-${'b2'.repeat(48)}c`],
];

/** A device that Autopilot or a provisioning package sets up joins like any other. */
export const entraProvisioningItems: Scenario = {
  id: 'entra-provisioning-items',
  title: 'One device joins Microsoft Entra as Windows Autopilot and as a provisioning package let it',
  effect: 'enroll',
  devices: 1,
  way: 'entra',
  async drive(context) {
    const device = context.device('entra-provisioning-items');
    const accepted = await device.entra?.terms({ name: 'terms', does: 'accept', joins: true });
    const blob = accepted && 'blob' in accepted ? context.reveal(accepted.blob) : undefined;
    const services = await device.discover(context.discovery());
    const policy = services && (await device.getPolicies(services));
    if (!services || !policy) return;
    const joining = entraItems('Device', blob);
    const control = { control: true, contextItems: joining };
    if (!(await device.issue(services, policy, { ...control, name: 'issue-before' }))) return;
    for (const [number, [variant, name, value]] of items.entries()) {
      await device.issue(services, policy, {
        name: `issue-with-item-${number + 1}`,
        variant,
        family: 'entra-provisioning-items',
        contextItems: (own) => [...joining(own), [name, value]],
      });
    }
    await device.issue(services, policy, { ...control, name: 'issue-after' });
  },
};
