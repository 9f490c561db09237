import { defineCheck } from '../../harness/engine/rule/check.ts';
import { chunkedFinding } from '../../harness/engine/rule/chunked-finding.ts';
import { framing } from '../../harness/engine/rule/departures.ts';

/** Stated for the enrollment service as it is for discovery. */
export const enrollmentUnchunked = defineCheck({
  id: 'transport/enrollment-unchunked',
  title: 'The answer with the certificate is sent whole, not chunked',
  level: 'MUST',
  basis: 'documentation',
  requirements: ['TRN-12'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether a device reads a chunked answer; Microsoft states that it must be sent as one message',
  },
  remedy: 'Send a Content-Length instead of Transfer-Encoding: chunked.',
  needs: { each: 'issue', filter: 'answered' },

  judge: chunkedFinding,

  counterexamples: [{ name: 'a chunked answer', ...framing('issue', 'chunked') }],
});
