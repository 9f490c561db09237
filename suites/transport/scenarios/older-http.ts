import { discoverFamily } from '../../../harness/device/run/family.ts';

/** What stands between a device and its server may speak the older version (RFC 9112 section 2.3). */
export const olderHttp = discoverFamily({
  id: 'older-http',
  title: 'Discover is sent in HTTP/1.0',
  variations: [{ variant: 'HTTP/1.0', connection: { httpVersion: 'HTTP/1.0' } }],
});
