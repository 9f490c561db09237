import { chunkedFinding } from '../../harness/engine/rule/chunked-finding.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import { framing } from '../../harness/engine/rule/departures.ts';

/** Only the pages on enrollment forbid chunks; the binding of SyncML to HTTP wants both sides to take them. */
export const managementUnchunked = defineCheck({
  id: 'management/unchunked',
  title: 'The answer is sent whole, not chunked',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['SYN-39'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device takes a chunked answer in a session' },
  remedy: 'Send a Content-Length instead of Transfer-Encoding: chunked.',
  needs: { each: 'manage', filter: 'answered' },

  judge: chunkedFinding,

  counterexamples: [{ name: 'a chunked answer', ...framing('manage', 'chunked') }],
});
