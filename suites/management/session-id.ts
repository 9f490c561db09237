import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';

/** It is text, not a number: Windows also sends 0 and hexadecimal digits (fleet #25581). */
export const managementSessionId = defineCheck({
  id: 'management/session-id',
  title: 'The SessionID of the device is repeated as it is',
  level: 'MUST',
  basis: 'specification',
  requirements: ['SYN-04', 'SYN-28', 'SYN-31'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'to which session a device counts the message' },
  remedy: 'Take SessionID for a text of at most four characters, and repeat it.',
  needs: { each: 'manage' },

  *judge({ managed, managing, at }) {
    const [expected, actual] = [managing.sessionId, managed.sessionId];
    if (expected === undefined || actual === expected) return;
    const message = actual === undefined ? 'The message has no SessionID' : `SessionID is "${actual}"`;
    yield { message, at: at('body', managed.header?.path), expected, ...(actual === undefined ? {} : { actual }) };
  },

  counterexamples: [
    { name: 'a session of the server', ...set('manage', '//sync:SessionID', '7') },
    {
      name: 'a number in place of hexadecimal digits',
      on: 'manage',
      asked: '<SessionID>A3</SessionID>',
      xml: { op: 'set', at: '//sync:SessionID', to: '163' },
    },
  ],
});
