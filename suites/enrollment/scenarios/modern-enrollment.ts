import type { Scenario } from '../../../harness/device/run/scenario.ts';

/**
 * The same user's second device, with a certificate request that every reader of ASN.1 understands. Its MessageIDs are
 * those of the first, as they are for every Windows device.
 */
export const modernEnrollment: Scenario = {
  id: 'modern-enrollment',
  title: 'A second device of the same user enrolls with a SHA-256 certificate request that follows ASN.1',
  effect: 'enroll',
  devices: 1,
  mustSend: 'issue',

  async drive(context) {
    const device = context.device('modern');
    const services = await device.discover(context.discovery());
    const policy = services && (await device.getPolicies(services));
    if (policy) await device.issue(services, policy, { csr: 'modern' });
  },
};
