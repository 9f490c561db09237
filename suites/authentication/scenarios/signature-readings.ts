import type { DigestReading } from '../../../harness/protocol/xml-signature/algorithms.ts';
import type { Scenario } from '../../../harness/device/run/scenario.ts';

/** One request of each reading. The controls are of Discover, because no server has to accept both readings. */
const readings: readonly (readonly [reading: DigestReading, variant: string, family: string])[] = [
  ['inclusive', 'a digest of the inclusive canonical form', 'signature-reading'],
  ['exclusive', 'a digest of the exclusive canonical form', 'other-signature-reading'],
];

/** Which reading of the digest the policy service accepts: MS-MDE2 lists a transform, and its consequence is left to XML Signature. */
export const signatureReadings: Scenario = {
  id: 'signature-readings',
  title: 'GetPolicies is signed over the inclusive canonical form of the message, and over the exclusive one',
  effect: 'read',
  devices: 1,
  way: 'certificate',

  async drive(context) {
    const device = context.device('signature-readings');
    const services = await device.discover(context.discovery(), { name: 'control-before', control: true });
    if (services?.authPolicy !== 'Certificate') return;
    for (const [reading, variant, family] of readings) {
      await device.getPolicies(services, { name: reading, variant, family, signing: { reading } });
    }
    await device.discover(context.discovery(), { name: 'control-after', control: true });
  },
};
