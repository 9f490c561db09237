import { defineCheck } from '../../harness/engine/rule/check.ts';
import { chunkedFinding } from '../../harness/engine/rule/chunked-finding.ts';
import { framing } from '../../harness/engine/rule/departures.ts';

/** Stated for the policy service as it is for discovery. */
export const policiesUnchunked = defineCheck({
  id: 'transport/policies-unchunked',
  title: 'The GetPolicies answer is sent whole, not chunked',
  level: 'MUST',
  basis: 'documentation',
  requirements: ['TRN-11'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether a device reads a chunked answer; Microsoft states that it must be sent as one message',
  },
  remedy: 'Send a Content-Length instead of Transfer-Encoding: chunked.',
  needs: { each: 'get-policies', filter: 'answered' },

  judge: chunkedFinding,

  counterexamples: [{ name: 'a chunked answer', ...framing('get-policies', 'chunked') }],
});
