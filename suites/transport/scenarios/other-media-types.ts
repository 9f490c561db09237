import { discoverFamily } from '../../../harness/device/run/family.ts';

const deviations = ['content-type'];

/** No device sends these; proxies, scanners and other clients do. */
export const otherMediaTypes = discoverFamily({
  id: 'other-media-types',
  title: 'Discover is sent without a Content-Type, and as text/xml',
  variations: [
    { variant: 'no Content-Type', deviations, edits: [{ header: 'Content-Type' }] },
    {
      variant: 'Content-Type text/xml',
      deviations,
      edits: [{ header: 'Content-Type', to: 'text/xml; charset=utf-8' }],
    },
  ],
});
