import type { RenewStep } from '../../../harness/device/client/renewal.ts';
import type { ScenarioContext, Scenario } from '../../../harness/device/run/scenario.ts';
import { enrollDevice, inRenewalPeriod, renewAgain, renewFirst } from './shared/renewing-device.ts';
import type { EnrolledDevice } from './shared/renewing-device.ts';

/** A way to renew, with the certificate that the first renewal replaced where it says so. */
interface Variant extends RenewStep {
  readonly name: string;
  readonly variant: string;
  readonly family: string;
  readonly renewsReplaced?: true;
}

const variants: readonly Variant[] = [
  {
    name: 'empty-password',
    variant: 'a UsernameToken with an empty password',
    family: 'username-token',
    security: 'empty-password',
  },
  {
    name: 'right-password',
    variant: 'a UsernameToken with the password of the user',
    family: 'username-token',
    security: 'password',
  },
  {
    name: 'older-value-type',
    variant: 'the PKCS7 ValueType of MS-MDE',
    family: 'renewal-value-type',
    valueType: 'enrollment',
  },
  { name: 'double-encoding', variant: 'a message in double base64', family: 'double-encoding', encoding: 'double' },
  {
    name: 'replaced-certificate',
    variant: 'a certificate that was renewed before',
    family: 'replaced-certificate',
    renewsReplaced: true,
  },
];

/**
 * Other forms of a renewal: of older documents, of a renewal that the user starts, and of a repetition after a lost
 * answer.
 */
export const renewalVariants: Scenario = {
  id: 'renewal-variants',
  title: 'One device renews its certificate again and again, each time in another form',
  effect: 'renew',
  devices: 1,

  async drive(context: ScenarioContext) {
    const enrolled = await enrollDevice(context, 'renewal-variants');
    if (enrolled) await inRenewalPeriod(context, enrolled, renewInVariants);
  },
};

async function renewInVariants(enrolled: EnrolledDevice): Promise<void> {
  let renewing = await renewFirst(enrolled, 'first-renewal');
  if (!renewing) return;
  const hasPassword = renewing.credential.kind === 'username-token';
  for (const { renewsReplaced, ...step } of variants) {
    if (step.security === 'password' && !hasPassword) continue;
    const from = renewsReplaced === true ? { ...renewing, held: renewing.replaced } : renewing;
    const held = await renewAgain(from, step);
    if (held) renewing = { ...renewing, held };
  }
  await renewAgain(renewing, { name: 'control-after', control: true });
}
