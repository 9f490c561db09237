import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** MS-MDE2 demands the token, Microsoft Learn omits it, so a server has to accept both. */
export const usernameToken = defineTolerance({
  id: 'renewal/username-token',
  title: 'A UsernameToken, with an empty password or the right one, does not break a renewal',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['REN-03'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'a device that keeps to MS-MDE2 cannot renew',
    evidence: { by: 'specified', source: 'MS-MDE2 18.0, section 3.5.4.1.1.1: the request carries a UsernameToken' },
  },
  remedy: 'Pass over the UsernameToken of a renewal whose certificate is accepted.',
  kind: 'renew',
  family: 'username-token',
  refusals: {
    'a refusal of any UsernameToken': 'UsernameToken',
    'a refusal of an empty password': /<wsse:Password[^>]*>\s*</,
  },
});
