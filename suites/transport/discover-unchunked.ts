import { defineCheck } from '../../harness/engine/rule/check.ts';
import { chunkedFinding } from '../../harness/engine/rule/chunked-finding.ts';
import { framing } from '../../harness/engine/rule/departures.ts';

/** The one transport prohibition that Microsoft's pages state outright. */
export const discoverUnchunked = defineCheck({
  id: 'transport/discover-unchunked',
  title: 'The Discover answer is sent whole, not chunked',
  level: 'MUST',
  basis: 'documentation',
  requirements: ['TRN-10'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether a device reads a chunked answer; Microsoft states that it must be sent as one message',
  },
  remedy: 'Send a Content-Length instead of Transfer-Encoding: chunked.',
  needs: { each: 'discover', filter: 'answered' },

  judge: chunkedFinding,

  counterexamples: [{ name: 'a chunked answer', ...framing('discover', 'chunked') }],
});
