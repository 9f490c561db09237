import type { Scenario } from '../../../harness/device/run/scenario.ts';
import { entraItems } from './shared/entra-items.ts';

/** What the terms of use gave, unchanged, changed and unchanged again. */
export const entraEnrollmentData: Scenario = {
  id: 'entra-enrollment-data',
  title: 'A certificate is asked for with EnrollmentData that the terms of use did not give',
  effect: 'enroll',
  devices: 1,
  way: 'entra',
  async drive(context) {
    const device = context.device('entra-enrollment-data');
    const accepted = await device.entra?.terms({ name: 'terms', does: 'accept', joins: true });
    if (!accepted || !('blob' in accepted)) return;
    const blob = context.reveal(accepted.blob);
    const services = await device.discover(context.discovery());
    const policy = services && (await device.getPolicies(services));
    if (!services || !policy || blob.trim() === '') return;
    const right = { control: true, contextItems: entraItems('Device', blob) };
    if (!(await device.issue(services, policy, { ...right, name: 'issue-before' }))) return;
    await device.issue(services, policy, {
      name: 'issue-changed-data',
      variant: 'EnrollmentData with other characters at its end',
      deviations: ['enrollment-data'],
      contextItems: entraItems('Device', `${blob}AAAA`),
    });
    await device.issue(services, policy, { ...right, name: 'issue-after' });
  },
};
