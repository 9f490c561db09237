import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** HTTP allows a client to ask whether it may go on before it sends the body. */
export const expectContinue = defineTolerance({
  id: 'transport/expect-continue',
  title: 'A request with Expect: 100-continue is answered',
  level: 'MAY',
  basis: 'specification',
  requirements: ['TRN-28'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'unknown',
    says: 'Windows is not known to send the field; clients behind a proxy that adds it cannot enroll',
  },
  remedy: 'Answer 100 Continue, or wait for the body and answer.',
  kind: 'discover',
  family: 'expect-continue',
  refusals: {
    'a server that does not know Expect': 'Expect: 100-continue',
  },
});
