import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** WS-Trust has more members than enrollment uses, and leaves room for others. */
export const ignoredElements = defineTolerance({
  id: 'enrollment/ignored-elements',
  title: 'Children of RequestSecurityToken that the server does not use are ignored',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['ENR-12'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'unknown', says: 'Windows sends no such elements; another client that sends more may not enroll' },
  remedy: 'Read the members that the server uses and pass over all others, whatever their namespace.',
  kind: 'issue',
  family: 'ignored-elements',
  refusals: {
    'a server that knows no AppliesTo': '<wsp:AppliesTo',
    'a server that knows no other namespaces': 'urn:example:future',
  },
});
