import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** It names a request that waits for its certificate, and an Issue starts a new one. */
export const ignoredRequestId = defineTolerance({
  id: 'enrollment/ignored-request-id',
  title: 'A RequestID in an Issue request is ignored',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['ENR-11'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'unknown',
    says: 'Windows is not known to send a RequestID here; another client that does may not enroll',
  },
  remedy: 'Pass over RequestID where RequestType is Issue.',
  kind: 'issue',
  family: 'ignored-request-id',
  refusals: { 'a server that looks for the request of that number': '>7</RequestID>' },
});
