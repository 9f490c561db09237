import { discoverFamily } from '../../../harness/device/run/family.ts';

/** A client sends this header to be refused before it sends its whole message (RFC 9110 section 10.1.1). */
export const expectContinue = discoverFamily({
  id: 'expect-continue',
  title: 'Discover is sent with Expect: 100-continue',
  variations: [{ variant: 'Expect: 100-continue', edits: [{ header: 'Expect', to: '100-continue' }] }],
});
