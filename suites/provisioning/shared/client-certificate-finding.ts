import type { Seen } from '../../../harness/engine/rule/check.ts';
import type { Impact } from '../../../harness/engine/rule/impact.ts';
import type { Provisioning } from '../../../harness/engine/evidence/provisioning.ts';

const severalImpact: Impact = { kind: 'unknown', says: 'which of several client certificates the device takes' };

/** Findings if there is not exactly one certificate for the device, or if its store does not exist on a device. */
export function* clientCertificateFinding({ certificates, tree }: Provisioning): Iterable<Seen> {
  const mine = certificates.filter(({ store }) => store === 'My');
  const own = mine.length > 1 ? mine.filter(({ certificate }) => certificate.ca !== true) : mine;
  if (own.length !== 1) {
    const message = `The document holds ${own.length} client certificates`;
    const impact = own.length > 1 ? { impact: severalImpact } : {};
    yield { message, at: own[1]?.node ?? tree.root, expected: '1', actual: String(own.length), ...impact };
  }
  for (const { location, node } of own.filter((held) => held.location !== 'User' && held.location !== 'System')) {
    yield { message: `The client certificate is under My/${location}`, at: node, expected: 'My/User or My/System' };
  }
}
