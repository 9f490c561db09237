import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** HTTP/1.0 is what some proxies speak to the server behind them. */
export const olderHttp = defineTolerance({
  id: 'transport/older-http',
  title: 'A request in HTTP/1.0 is answered',
  level: 'MAY',
  basis: 'specification',
  requirements: ['TRN-28'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'unknown',
    says: 'Windows sends HTTP/1.1 or later; devices behind a proxy that speaks the older version cannot enroll',
  },
  remedy: 'Answer requests whatever minor version of HTTP/1 they come in.',
  kind: 'discover',
  family: 'older-http',
  refusals: {
    'a server that knows HTTP/1.1 only': 'HTTP/1.0',
  },
});
