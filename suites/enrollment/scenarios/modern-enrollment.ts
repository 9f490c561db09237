import { windows10 } from '../../../harness/device/client/profile.ts';
import { windows11 } from '../../../harness/device/client/windows-11.ts';
import type { Scenario } from '../../../harness/device/run/scenario.ts';

const profile = windows11;
const variant = windows11.name;

/**
 * A second device of the same user: a current Windows 11, with a certificate request that every ASN.1 reader understands. Its MessageIDs
 * are those of the first device, because every Windows device sends the same. Where the server refuses it, the device asks again as the
 * first one does, so that the answer tells whether the certificate request or the Windows was refused.
 */
export const modernEnrollment: Scenario = {
  id: 'modern-enrollment',
  title:
    'A second device of the same user enrolls as Windows 11, with a SHA-256 certificate request that follows ASN.1',
  effect: 'enroll',
  devices: 1,
  mustSend: 'issue',
  isOtherForm: true,

  async drive(context) {
    const device = context.device('modern');
    const discovery = context.discovery();
    const older = { profile: windows10, variant: windows10.name };
    const services =
      (await device.discover(discovery, { profile, variant })) ??
      (await device.discover(discovery, { ...older, name: 'discover-again' }));
    const policy = services && (await device.getPolicies(services));
    if (!policy) return;
    const enrolled = await device.issue(services, policy, { profile, variant, csr: 'modern' });
    if (!enrolled) await device.issue(services, policy, { ...older, name: 'issue-again', csr: 'modern' });
  },
};
