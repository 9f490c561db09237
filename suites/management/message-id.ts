import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import { isMessage } from './shared/commands.ts';
import { sessionsOf } from './shared/sessions.ts';

/** The numbers of both sides are independent, so that only those of the server are compared. */
export const managementMessageId = defineCheck({
  id: 'management/message-id',
  title: 'The messages of the server are numbered from 1, by one, in each session',
  level: 'MUST',
  basis: 'specification',
  requirements: ['SYN-04'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'what a device makes of a message with a wrong number' },
  remedy: 'Begin MsgID at 1 in each session, and add one for each message.',
  needs: { across: 'manage', filter: 'response', atLeast: 1 },
  applies: { when: 'the server answers by a message of SyncML', test: (exchanges) => exchanges.some(isMessage) },

  *judge(exchanges) {
    for (const session of sessionsOf(exchanges.filter(isMessage))) {
      let last = 0;
      let before: string | undefined;
      for (const { managed, managing, at } of session) {
        const { messageId } = managed;
        // A recording may begin within a session, and lack a message: what follows is counted from there.
        const isGap = Number(managing.messageId) > Number(before ?? 0) + 1;
        if (isGap && /^\d+$/.test(messageId ?? '')) last = Number(messageId) - 1;
        // The answer to a message that came twice may be the same.
        const isAgain = managing.messageId === before && messageId === String(last);
        const expected = isAgain ? last : last + 1;
        [last, before] = [expected, managing.messageId];
        if (messageId === String(expected)) continue;
        yield {
          message: messageId === undefined ? 'The message has no MsgID' : `MsgID is ${messageId}`,
          at: at('body', managed.header?.path),
          expected: String(expected),
          ...(messageId === undefined ? {} : { actual: messageId }),
        };
      }
    }
  },

  counterexamples: [
    { name: 'numbers from 0', ...set('manage', '/*/sync:SyncHdr/sync:MsgID', '0') },
    {
      name: 'the same number each time',
      on: 'manage',
      asked: '<MsgID>2</MsgID>',
      xml: { op: 'set', at: '/*/sync:SyncHdr/sync:MsgID', to: '1' },
    },
  ],
});
