import type { ScenarioContext, Scenario } from '../../../harness/device/run/scenario.ts';
import {
  enrollAgain,
  enrollDevice,
  inRenewalPeriod,
  renewAgain,
  renewFirst,
  renewWith,
} from './shared/renewing-device.ts';
import type { EnrolledDevice } from './shared/renewing-device.ts';

/** What every device does before its certificate expires, and then again and again. */
export const renewal: Scenario = {
  id: 'renewal',
  title: 'A device enrolls, renews its certificate, and renews the renewed one',
  effect: 'renew',
  devices: 1,

  async drive(context: ScenarioContext) {
    const enrolled = await enrollDevice(context, 'renewal');
    if (enrolled) await inRenewalPeriod(context, enrolled, renewTwice);
  },
};

/** Where no renewed certificate is renewed, a fresh one is, so that it can be told from a server that has stopped to renew. */
async function renewTwice(enrolled: EnrolledDevice): Promise<void> {
  const renewing = await renewFirst(enrolled, enrolled.automatic ? 'renewal-credential' : 'first-renewal');
  if (!renewing) {
    await renewWith(enrolled, { name: 'renew' });
    return;
  }
  const variant = 'the renewal of a renewed certificate';
  const held = await renewAgain(renewing, { name: 'second-renewal', family: 'second-renewal', variant });
  const next = held ? { ...renewing, held } : await enrollAgain(renewing, { name: 'issue-again' });
  if (next) await renewAgain(next, { name: 'control-after', control: true });
}
