import { defineCheck } from '../../harness/engine/rule/check.ts';
import { remove, set, swap } from '../../harness/engine/rule/departures.ts';

export const managementHeaderStatus = defineCheck({
  id: 'management/header-status',
  title: 'The first Status is that of the header of the device',
  level: 'MUST',
  basis: 'specification',
  requirements: ['SYN-06', 'SYN-46'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device believes that the server took its message' },
  remedy: 'Begin the SyncBody with a Status for SyncHdr: MsgRef of the message of the device, CmdRef 0.',
  needs: { each: 'manage' },

  *judge({ managed: { commands, header }, managing, at }) {
    const first = commands.find(({ name }) => name === 'Status');
    if (!first) {
      yield { message: 'The message has no Status', at: header ?? at('body'), expected: 'a Status for SyncHdr' };
      return;
    }
    for (const [name, actual, expected] of [
      ['CmdRef', first.commandRef, '0'],
      ['Cmd', first.command, 'SyncHdr'],
      ['MsgRef', first.messageRef, managing.messageId],
    ] as const) {
      if (expected === undefined || actual === expected) continue;
      const message = `${name} of the first Status is ${actual === undefined ? 'missing' : `"${actual}"`}`;
      yield { message, at: first.node, expected, ...(actual === undefined ? {} : { actual }) };
    }
  },

  counterexamples: [
    { name: 'no Status of the header', ...remove('manage', '//sync:Status[1]') },
    { name: 'no Status', ...remove('manage', '//sync:Status') },
    { name: 'another Status before it', ...swap('manage', '//sync:Status[1]') },
    { name: 'the number of another message', ...set('manage', '//sync:Status[1]/sync:MsgRef', '9') },
  ],
});
