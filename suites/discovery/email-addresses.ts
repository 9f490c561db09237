import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';
import { witnesses } from '../../harness/engine/rule/witnesses.ts';

/** An address is opaque up to its domain. */
export const emailAddresses = defineTolerance({
  id: 'discovery/email-addresses',
  title: 'Unusual but valid e-mail addresses of the domain are accepted',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['DISC-20', 'ENV-25'],
  since: '0.1.0',
  impact: { kind: 'breaks', says: 'users with such an address cannot enroll', evidence: witnesses.steps },
  remedy: 'Take everything before the last at sign as it stands, and the domain for the route.',
  kind: 'discover',
  family: 'email-addresses',
  refusals: {
    'a server that refuses plus signs': '+device@',
    'a server that refuses characters outside ASCII': '-jürgen@',
    'a server without sub-domains': '@devices.',
  },
});
