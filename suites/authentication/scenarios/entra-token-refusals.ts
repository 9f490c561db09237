import { defectNames, deviationOf, tokenDefects } from '../../../harness/device/entra/token-defect.ts';
import type { Scenario } from '../../../harness/device/run/scenario.ts';

/** Each wrong token goes to the policy service and to the enrollment service, between requests with right ones. */
export const entraTokenRefusals: Scenario = {
  id: 'entra-token-refusals',
  title: 'Policies and certificates are asked for with wrong tokens of Microsoft Entra',
  effect: 'enroll',
  devices: 2,
  way: 'entra',
  async drive(context) {
    const reader = context.device('entra-policies');
    const services = await reader.discover(context.discovery(), { name: 'policies-discover' });
    if (!services) return;
    const before = await reader.getPolicies(services, { name: 'policies-before', control: true });
    const { entra } = reader;
    if (before && entra && services.policyUrl !== undefined) {
      for (const defect of tokenDefects) {
        await reader.getPolicies(services, {
          name: `policies-${defect}`,
          variant: defectNames[defect],
          deviations: [deviationOf(defect)],
          credential: await entra.credential({ defect }),
        });
      }
      await reader.getPolicies(services, { name: 'policies-after', control: true });
    }
    const device = context.device('entra-issue');
    const own = await device.discover(context.discovery(), { name: 'issue-discover' });
    const policy = own && (await device.getPolicies(own, { name: 'issue-get-policies' }));
    if (!own || !policy || !device.entra) return;
    if (!(await device.issue(own, policy, { name: 'issue-before', control: true }))) return;
    for (const defect of tokenDefects) {
      await device.issue(own, policy, {
        name: `issue-${defect}`,
        variant: defectNames[defect],
        deviations: [deviationOf(defect)],
        credential: await device.entra.credential({ defect }),
      });
    }
    await device.issue(own, policy, { name: 'issue-after', control: true });
  },
};
