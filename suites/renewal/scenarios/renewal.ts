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

/** If no renewed certificate can be renewed, it renews a new one, to see whether the server has stopped renewing. */
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
