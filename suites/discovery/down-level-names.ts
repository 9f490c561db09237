import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';
import { witnesses } from '../../harness/engine/rule/witnesses.ts';

/** On premises, a user may type the name that he uses at his workstation. */
export const downLevelNames = defineTolerance({
  id: 'discovery/down-level-names',
  title: 'A name of the form domain\\user is accepted as EmailAddress',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['DISC-19'],
  since: '0.1.0',
  impact: { kind: 'breaks', says: 'a user who signs in with his domain name cannot enroll', evidence: witnesses.steps },
  remedy: 'Accept domain\\user wherever an e-mail address is accepted.',
  kind: 'discover',
  family: 'down-level-names',
  refusals: {
    'a server that wants an at sign': /EmailAddress>[^@<]+</,
  },
});
