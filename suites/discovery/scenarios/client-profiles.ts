import { discoverFamily } from '../../../harness/device/run/family.ts';
import {
  futureWindows,
  legacyDocumentation,
  specificationSample,
} from '../../../harness/device/client/other-profiles.ts';

/** Other clients than the client of this run. A client whose Discover is the same is missing here. */
export const clientProfiles = discoverFamily({
  id: 'client-profiles',
  title: 'Discover is sent as other Windows clients and the published samples write it',
  variations: [
    { variant: specificationSample.name, profile: specificationSample },
    {
      variant: legacyDocumentation.name,
      profile: legacyDocumentation,
      deviations: ['schema'],
      tolerated: true,
    },
    { variant: futureWindows.name, profile: futureWindows, deviations: ['schema'], tolerated: true },
  ],
});
