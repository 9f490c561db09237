import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** The charset is a parameter that SOAP 1.2 does not demand. */
export const requestContentType = defineTolerance({
  id: 'transport/request-content-type',
  title: 'Requests are accepted with Content-Type application/soap+xml without a charset',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['TRN-23'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'unknown', says: 'Windows names a charset; other clients that name none cannot enroll' },
  remedy: 'Accept application/soap+xml with and without parameters.',
  kind: ['discover', 'get-policies', 'issue'],
  family: 'content-types',
  refusals: {
    'a comparison of the whole field': /Content-Type: application\/soap\+xml\n/,
  },
});
