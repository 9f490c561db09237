import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** Nobody has defined 42.0; but 5.0 to 9.0 all came to servers that did not know them. */
export const futureRequestVersions = defineTolerance({
  id: 'discovery/future-request-versions',
  title: 'A RequestVersion above all known ones, such as 42.0, is answered',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['DISC-12'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'unknown', says: 'no Windows asks for such a version yet; the first that does cannot enroll' },
  remedy: 'Treat a higher RequestVersion like the highest one that the server knows.',
  kind: 'discover',
  family: 'future-request-versions',
  refusals: { 'a server that takes one digit for a version': 'RequestVersion>42.0<' },
});
