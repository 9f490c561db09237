import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** A constant of Windows that nothing refers to: it is no credential and no replay. */
export const usernameTokenId = defineTolerance({
  id: 'enrollment/username-token-id',
  title: 'The Id of the UsernameToken means nothing: another one is accepted, and none',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['ENR-40'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'unknown',
    says: 'Windows always writes the same Id; another client with another Id, or none, may not enroll',
  },
  remedy: 'Do not compare the Id of the UsernameToken with anything.',
  kind: 'issue',
  family: 'username-token-id',
  refusals: {
    'a server that knows one Id': 'u:Id="uuid-5f4e3d2c',
    'a server that demands an Id': /^(?![^]*u:Id=)/,
  },
});
