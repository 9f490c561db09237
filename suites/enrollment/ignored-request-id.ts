import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** It names a request that waits for its certificate, and an Issue starts a new one. */
export const ignoredRequestId = defineTolerance({
  id: 'enrollment/ignored-request-id',
  title: 'A RequestID in an Issue request is ignored',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['ENR-11'],
  since: '0.1.0',
  impact: { kind: 'tolerated', says: 'no Windows device is known to send one' },
  remedy: 'Pass over RequestID where RequestType is Issue.',
  kind: 'issue',
  family: 'ignored-request-id',
  refusals: { 'a server that looks for the request of that number': '>7</RequestID>' },
});
