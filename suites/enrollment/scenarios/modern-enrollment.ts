import type { Scenario } from '../../../harness/device/run/scenario.ts';

/**
 * A second device of the same user, with a certificate request that every ASN.1 reader understands. Its MessageIDs are
 * those of the first device, because every Windows device sends the same.
 */
export const modernEnrollment: Scenario = {
  id: 'modern-enrollment',
  title: 'A second device of the same user enrolls with a SHA-256 certificate request that follows ASN.1',
  effect: 'enroll',
  devices: 1,
  mustSend: 'issue',
  isOtherForm: true,

  async drive(context) {
    const device = context.device('modern');
    const services = await device.discover(context.discovery());
    const policy = services && (await device.getPolicies(services));
    if (policy) await device.issue(services, policy, { csr: 'modern' });
  },
};
