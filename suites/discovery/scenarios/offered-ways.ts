import { discoverFamily } from '../../../harness/device/run/family.ts';
import type { Scenario } from '../../../harness/device/run/scenario.ts';

/** The server shows which policies it has besides the one that it chooses for Windows, which offers several. */
export const offeredWays: Scenario = {
  ...discoverFamily({
    id: 'offered-ways',
    title: 'Discover is sent with each AuthPolicy alone',
    variations: ['OnPremise', 'Federated', 'Certificate'].map((policy) => ({
      variant: `AuthPolicies ${policy}`,
      family: 'uncommon-policy',
      authPolicies: [policy],
    })),
  }),
  showsWays: true,
};
