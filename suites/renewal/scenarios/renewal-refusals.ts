import type { ScenarioContext, Scenario } from '../../../harness/device/run/scenario.ts';
import { withWrongSignature } from '../../../harness/protocol/pki/read/certificate-request.ts';
import { messageIds } from '../shared/message-ids.ts';
import { enrollDevice, inRenewalPeriod, renewAgain, renewFirst } from './shared/renewing-device.ts';
import type { EnrolledDevice } from './shared/renewing-device.ts';

/** Renewals that must not get a certificate, between two that must. */
export const renewalRefusals: Scenario = {
  id: 'renewal-refusals',
  title: 'A renewal is sent with a wrong signature, with a certificate of another issuer, and as a Recovery',
  effect: 'renew',
  devices: 1,

  async drive(context: ScenarioContext) {
    const enrolled = await enrollDevice(context, 'renewal-refusals');
    if (enrolled) await inRenewalPeriod(context, enrolled, renewWrongly);
  },
};

async function renewWrongly(enrolled: EnrolledDevice): Promise<void> {
  const renewing = await renewFirst(enrolled, 'first-renewal');
  if (!renewing) return;
  const { device, url, held } = renewing;
  await renewAgain(renewing, {
    name: 'wrong-signature',
    variant: 'a message with a wrong signature',
    deviations: ['pkcs7-signature'],
    spoil: withWrongSignature,
  });
  const imitation = { ...renewing, held: await device.imitate(held, url) };
  const foreign = { messageId: messageIds.foreign, deviations: ['foreign-certificate'] };
  await renewAgain(imitation, { ...foreign, name: 'foreign', variant: 'a certificate of another issuer' });
  await renewAgain(imitation, {
    ...foreign,
    name: 'foreign-in-message',
    variant: 'a certificate of another issuer in the message alone',
    shows: held,
    deviations: ['foreign-certificate', 'other-client-certificate'],
  });
  if (!renewing.mayRecover) {
    const variant = 'RequestType Recovery';
    await renewAgain(renewing, { name: 'recovery', variant, deviations: ['recovery'], requestType: 'Recovery' });
  }
  await renewAgain(renewing, { name: 'control-after', control: true });
}
