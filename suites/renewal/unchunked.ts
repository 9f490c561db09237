import { defineCheck } from '../../harness/engine/rule/check.ts';
import { chunkedFinding } from '../../harness/engine/rule/chunked-finding.ts';
import { framing } from '../../harness/engine/rule/departures.ts';

/** Stated for renewals as it is for the other services. */
export const renewalUnchunked = defineCheck({
  id: 'renewal/unchunked',
  title: 'The answer to a renewal is sent whole, not chunked',
  level: 'MUST',
  basis: 'documentation',
  requirements: ['REN-11', 'TRN-13'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether a device takes a chunked answer; Microsoft states that it is sent as one message',
  },
  remedy: 'Send a Content-Length instead of Transfer-Encoding: chunked.',
  needs: { each: 'renew', filter: 'answered' },

  judge: chunkedFinding,

  counterexamples: [{ name: 'a chunked answer', ...framing('renew', 'chunked') }],
});
