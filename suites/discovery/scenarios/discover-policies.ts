import type { DiscoverStep } from '../../../harness/device/client/steps.ts';
import { discoverFamily } from '../../../harness/device/run/family.ts';
import type { Variation } from '../../../harness/device/run/family.ts';

const policies = ['OnPremise', 'Federated', 'Certificate'];

/**
 * Sets of policies that contain the one that the server chose before, in several orders, and one set without it. A
 * server that supports only this policy has none in common with the device in the last set. A device knows no other policies, so that it
 * offers nothing where the server chose one.
 */
export const discoverPolicies = discoverFamily({
  id: 'discover-policies',
  title: 'Discover is sent with other sets of AuthPolicies',
  variations: ({ services: { authPolicy } }) => {
    if (!policies.includes(authPolicy)) return [];
    const [first = '', second = ''] = policies.filter((policy) => policy !== authPolicy).toReversed();
    return [
      offering([authPolicy]),
      offering([authPolicy, first]),
      offering([first, authPolicy]),
      offering([authPolicy, second]),
      offering([second, authPolicy]),
      offering([authPolicy, second, first]),
      offering([first, second, authPolicy]),
      { ...offering([first]), family: 'uncommon-policy' },
    ];
  },
});

function offering(authPolicies: readonly string[]): Variation<DiscoverStep> {
  return { family: 'offered-policies', variant: `AuthPolicies ${authPolicies.join(', ')}`, authPolicies };
}
