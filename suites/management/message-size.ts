import { defineCheck } from '../../harness/engine/rule/check.ts';
import { append } from '../../harness/engine/rule/departures.ts';

/** Windows 11 26200, given 2048 or 8192, answered a large Get with nothing (go-microsoft-dm). */
export const managementMessageSize = defineCheck({
  id: 'management/message-size',
  title: 'A message is not larger than the MaxMsgSize that it announces',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['SYN-20'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'what a device makes of a message above the announced size' },
  remedy: 'Announce no MaxMsgSize, or keep to it.',
  needs: { each: 'manage' },
  applies: {
    when: 'the server announces MaxMsgSize',
    test: ({ answer }) => answer.find('//metinf:MaxMsgSize') !== undefined,
  },

  *judge({ answer, response }) {
    const announced = answer.find('//metinf:MaxMsgSize');
    if (!announced || Number(announced.text) >= response.body.length) return;
    yield {
      message: `MaxMsgSize is ${announced.text}, and the message has ${response.body.length} bytes`,
      at: announced,
    };
  },

  counterexamples: [
    {
      name: 'a size below that of the message',
      ...append(
        'manage',
        '/*/sync:SyncHdr',
        '<Meta xmlns="SYNCML:SYNCML1.2"><MaxMsgSize xmlns="syncml:metinf">64</MaxMsgSize></Meta>',
      ),
    },
  ],
});
