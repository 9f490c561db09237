import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import type { Seen } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import type { ReadCommand } from '../../harness/protocol/syncml/read-message.ts';
import { allCommands, isMessage } from './shared/commands.ts';
import { sessionsOf } from './shared/sessions.ts';

const ofReplace = '//sync:Status[sync:Cmd="Replace"]';

/** `command-statuses` says what got no Status, `header-status` judges the first one, and `schema` says what a Status lacks. */
export const managementStatusCommands = defineCheck({
  id: 'management/status-commands',
  title: 'MsgRef, CmdRef and Cmd of each Status name one command that the device sent',
  level: 'MUST',
  basis: 'specification',
  requirements: ['SYN-07', 'SYN-53'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'to which of its commands a device counts the Status' },
  remedy: 'Repeat in each Status the MsgID of the message, the CmdID of the command, and its name or SyncHdr.',
  needs: { across: 'manage', atLeast: 1 },

  *judge(exchanges) {
    for (const session of sessionsOf(exchanges.filter(isMessage))) {
      for (const [index, answer] of session.entries()) yield* wrongIn(answer, session.slice(0, index + 1));
    }
  },

  counterexamples: [
    { name: 'a command that was not sent', ...set('manage', `${ofReplace}/sync:CmdRef`, '99') },
    { name: 'the name of another command', ...set('manage', `${ofReplace}/sync:Cmd`, 'Add') },
    { name: 'a message that was not sent', ...set('manage', `${ofReplace}/sync:MsgRef`, '9') },
    { name: 'the header under another name', ...set('manage', `${ofReplace}/sync:CmdRef`, '0') },
  ],
});

function* wrongIn({ managed, managing }: Evidence, sofar: readonly Evidence[]): Iterable<Seen> {
  const statuses = managed.commands.filter(({ name }) => name === 'Status');
  const [first] = statuses;
  const others = first?.commandRef === '0' || first?.command === 'SyncHdr' ? statuses.slice(1) : statuses;
  for (const status of others) {
    const { node, messageRef = managing.messageId, commandRef, command } = status;
    if (messageRef === undefined || managing.messageId === undefined) continue;
    const isOfSession = messageRef === managing.messageId || Number(messageRef) <= Number(managing.messageId);
    if (!isOfSession) {
      const message = `MsgRef is "${messageRef}", and the message of the device is ${managing.messageId}`;
      yield { message, at: node, expected: managing.messageId, actual: messageRef };
      continue;
    }
    // A recording may lack an earlier message.
    const asked = sofar.findLast((item) => item.managing.messageId === messageRef)?.managing;
    if (!asked || commandRef === undefined) continue;
    const due = nameOf(commandRef, asked.commands);
    if (due === undefined) {
      yield { message: `A Status is about command ${commandRef}, which the device did not send`, at: node };
    } else if (command !== undefined && command !== due) {
      yield { message: `Cmd is "${command}"`, at: node, expected: due, actual: command };
    }
  }
}

/** What a CmdRef stands for: the header, or a command of the message that it is about. */
function nameOf(commandRef: string, commands: readonly ReadCommand[]): string | undefined {
  return commandRef === '0' ? 'SyncHdr' : allCommands(commands).find(({ id }) => id === commandRef)?.name;
}
