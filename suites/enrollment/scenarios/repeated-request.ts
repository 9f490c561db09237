import type { CertificateRequestMaker } from '../../../harness/device/client/steps.ts';
import type { Scenario } from '../../../harness/device/run/scenario.ts';

const id = 'repeated-request';
/** MessageIDs: of the message that repeats only the certificate request, and of the one that repeats nothing. */
const otherMessageIds = [
  'urn:uuid:5e3a4e0d-2a55-4d0c-9a63-1c1f27c7c1b9',
  'urn:uuid:ad2c3c5e-9d1f-4f5e-8a0e-64b1f9d7e2a4',
] as const;

/** What a device sends again if it gets no answer: its first request may have been lost. */
export const repeatedRequest: Scenario = {
  id,
  title: 'A request for a certificate is sent twice, and its certificate request again in another message',
  effect: 'enroll',
  devices: 1,

  async drive(context) {
    const device = context.device(id);
    const services = await device.discover(context.discovery());
    const policy = services && (await device.getPolicies(services));
    if (!policy) return;
    const csr = remembered();
    const first = await device.issue(services, policy, { name: 'control-before', control: true, csr });
    if (!first) return;
    await device.issue(services, policy, { name: 'again', variant: 'the identical message again', family: id, csr });
    await device.issue(services, policy, {
      name: 'same-certificate-request',
      variant: 'the same certificate request in another message',
      family: id,
      csr,
      messageId: otherMessageIds[0],
    });
    await device.issue(services, policy, { name: 'control-after', control: true, messageId: otherMessageIds[1] });
  },
};

/** The usual certificate request, made once, because a device that repeats itself makes no new key. */
function remembered(): CertificateRequestMaker {
  let made: Uint8Array | undefined;
  return (_key, _identity, usual) => (made ??= usual());
}
