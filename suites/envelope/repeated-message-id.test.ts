import { answer, behaves } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { repeatedMessageId } from './repeated-message-id.ts';

testCheck(repeatedMessageId, {
  fails: [
    'MessageID "urn:uuid:748132ec-a575-4329-b01b-6171a9cf8478" is answered once, then with a fault (InvalidSecurity)',
  ],
  passes: { 'a server that refuses the Windows CSR, and accepts the modern one': behaves({ refusesWindowsCsr: true }) },
  inconclusive: {
    'a server that answers nothing': answer('discover', { as: 'fault', subcode: 'InternalServiceFault' }),
  },
});
