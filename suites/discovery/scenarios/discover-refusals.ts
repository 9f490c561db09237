import { discoverFamily } from '../../../harness/device/run/family.ts';
import { windows81 } from '../../../harness/device/client/other-profiles.ts';

const request = '/s:Envelope/s:Body/d:Discover/d:request';

/** Discover requests without a required part, and the Discover of Windows 8.1, whose protocol is different. */
export const discoverRefusals = discoverFamily({
  id: 'discover-refusals',
  title: 'Discover is sent without request, without an address, and as Windows 8.1 sends it',
  variations: [
    {
      variant: 'no request',
      deviations: ['schema', 'request-missing'],
      edits: [{ xml: { op: 'remove', at: request } }],
    },
    {
      variant: 'no EmailAddress',
      deviations: ['schema', 'email-missing'],
      edits: [{ xml: { op: 'remove', at: `${request}/d:EmailAddress` } }],
    },
    { variant: 'an empty EmailAddress', deviations: ['schema', 'email-missing'], email: () => '' },
    { variant: windows81.name, profile: windows81, deviations: ['schema', 'legacy-discover'] },
  ],
});
