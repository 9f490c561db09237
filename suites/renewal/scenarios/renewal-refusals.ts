import type { ScenarioContext, Scenario } from '../../../harness/device/run/scenario.ts';
import { withWrongSignature } from '../../../harness/protocol/pki/read/certificate-request.ts';
import { messageIds } from '../shared/message-ids.ts';
import { asCredential, enrollDevice, inRenewalPeriod, renewAgain, renewFirst } from './shared/renewing-device.ts';
import type { EnrolledDevice, RenewingDevice } from './shared/renewing-device.ts';

/** Renewals that must not get a certificate, between two that must. */
export const renewalRefusals: Scenario = {
  id: 'renewal-refusals',
  title:
    'A renewal is sent with a wrong signature, with a certificate of another issuer, by another device, and as a Recovery',
  effect: 'renew',
  devices: 2,

  async drive(context: ScenarioContext) {
    const enrolled = await enrollDevice(context, 'renewal-refusals');
    if (enrolled) await inRenewalPeriod(context, enrolled, (due) => renewWrongly(due, context));
  },
};

async function renewWrongly(enrolled: EnrolledDevice, context: ScenarioContext): Promise<void> {
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
  await renewOverOther(renewing, context);
  if (!renewing.mayRecover) {
    const variant = 'RequestType Recovery';
    await renewAgain(renewing, { name: 'recovery', variant, deviations: ['recovery'], requestType: 'Recovery' });
  }
  await renewAgain(renewing, { name: 'control-after', control: true });
}

/** A second device of the same user sends what the first one has signed. */
async function renewOverOther(renewing: RenewingDevice, context: ScenarioContext): Promise<void> {
  const { services, policy, prepared, deviations } = renewing;
  const other = context.device('renewal-refusals-other');
  const shows = (
    await other.issue(services, policy, { ...asCredential(prepared), ...(deviations ? { deviations } : {}) })
  )?.held();
  if (!shows) return;
  await renewAgain(renewing, {
    name: 'renew-over-other-device',
    messageId: messageIds['other-device'],
    variant: 'a message of one device over the connection of another',
    shows,
    deviations: ['other-device', 'other-client-certificate'],
  });
}
