import { behaves } from '../../harness/engine/rule/departures.ts';
import { defineSessionTolerance } from './shared/define-session-tolerance.ts';

export const managementRepeatedMessages = defineSessionTolerance({
  id: 'management/repeated-messages',
  title: 'A message that a device sends again is answered again',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['SYN-43'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'a device that lost an answer loses its session' },
  remedy: 'Answer a message with a MsgID that you have seen as you answered it before.',
  family: 'session-repeated',
  refusals: {},
  counterexamples: [{ name: 'a server that answers each message once', ...behaves({ sessions: 'strict' }) }],
});
