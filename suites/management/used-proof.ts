import { behaves } from '../../harness/engine/rule/departures.ts';
import { defineSessionRefusal } from './shared/define-session-refusal.ts';

export const managementUsedProof = defineSessionRefusal({
  id: 'management/used-proof',
  title: 'A proof that was used before opens no other session',
  level: 'SHOULD',
  basis: 'security',
  requirements: ['SYN-49'],
  since: '0.1.0',
  contrived: true,
  impact: {
    kind: 'security',
    says: 'whoever saw one message of a device can send another in its name, if he has its certificate too',
  },
  remedy: 'Give each session a nonce of its own, and take it once.',
  deviation: 'manage-used-proof',
  counterexamples: [{ name: 'a server that believes a used proof', ...behaves({ proof: 'used-before' }) }],
});
