import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** The two editions of the protocol name two URIs for the same message. */
export const renewalValueType = defineTolerance({
  id: 'renewal/value-type',
  title: 'A PKCS #7 message under the ValueType of MS-MDE is accepted too',
  level: 'MAY',
  basis: 'interoperability',
  requirements: ['REN-14'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'unknown',
    says: 'MS-MDE has Windows 8.1 send this ValueType; a later Windows is not known to do so',
  },
  remedy:
    'Accept the PKCS7 ValueType of the namespace http://schemas.microsoft.com/windows/pki/2009/01/enrollment as well.',
  kind: 'renew',
  family: 'renewal-value-type',
  refusals: { 'a refusal of the older ValueType': 'pki/2009/01/enrollment#PKCS7' },
});
