import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';
import { witnesses } from '../../harness/engine/rule/witnesses.ts';

/** Windows has sent several, and will send others. */
export const userAgents = defineTolerance({
  id: 'discovery/user-agents',
  title: 'No message depends on the User-Agent',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['DISC-30', 'ROB-01'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'devices with another version of the client cannot enroll',
    evidence: witnesses.steps,
  },
  remedy: 'Do not look at the User-Agent.',
  kind: ['discover', 'get-policies', 'issue'],
  family: 'user-agents',
  refusals: {
    'a list of known clients': /User-Agent: (?!ENROLLClient)/,
    'a server that wants one': /^(?![\s\S]*User-Agent)/,
  },
});
