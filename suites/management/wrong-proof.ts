import { behaves } from '../../harness/engine/rule/departures.ts';
import { defineSessionRefusal } from './shared/define-session-refusal.ts';

export const managementWrongProof = defineSessionRefusal({
  id: 'management/wrong-proof',
  title: 'A wrong secret of the account opens no session',
  level: 'MUST',
  basis: 'security',
  requirements: ['SYN-12'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'security', says: 'what the server asks devices to prove themselves by proves nothing' },
  remedy: 'Compare the proof with that of the secret in the account, and of the nonce that you gave.',
  deviation: 'manage-wrong-proof',
  counterexamples: [{ name: 'a server that believes any proof', ...behaves({ proof: 'any' }) }],
});
