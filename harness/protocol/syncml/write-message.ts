import { writeXml } from '../xml/write.ts';
import type { XmlObject } from '../xml/write.ts';
import type { Command, Group, Item, Meta, Place, SyncMessage } from './message.ts';

const syncml = 'SYNCML:SYNCML1.2';
const metinf = 'syncml:metinf';

/** Writes a message as Windows does: without a declaration, and without white space between elements. */
export function writeMessage({ commands, isFinal = true, ...header }: SyncMessage): string {
  const final = isFinal ? '<Final/>' : '';
  return `<SyncML xmlns="${syncml}">${headerOf(header)}<SyncBody>${elementsOf(commands)}${final}</SyncBody></SyncML>`;
}

function headerOf({ sessionId, messageId, target, source, credential }: Omit<SyncMessage, 'commands'>): string {
  return writeXml({
    SyncHdr: {
      VerDTD: '1.2',
      VerProto: 'DM/1.2',
      SessionID: sessionId,
      MsgID: messageId,
      Target: placeOf(target),
      Source: placeOf(source),
      ...(credential
        ? { Cred: { Meta: metaOf({ Format: 'b64', Type: credential.type }), Data: credential.data } }
        : {}),
    },
  });
}

function placeOf({ uri, name }: Place): XmlObject {
  return { LocURI: uri, ...(name === undefined ? {} : { LocName: name }) };
}

function metaOf(meta: Meta): XmlObject {
  return Object.fromEntries(
    Object.entries(meta).map(([name, text]) => [name, { '@_xmlns': metinf, '#text': text }] as const),
  );
}

/** One by one, so that commands of several sorts keep their order. */
function elementsOf(commands: readonly Command[]): string {
  return commands
    .map((command) =>
      'commands' in command
        ? `<${command.name}>${writeXml({ CmdID: command.id })}${elementsOf(command.commands)}</${command.name}>`
        : writeXml({ [command.name]: contentOf(command) }),
    )
    .join('');
}

function contentOf(command: Exclude<Command, Group>): XmlObject {
  const { id } = command;
  switch (command.name) {
    case 'Alert':
      return { CmdID: id, Data: command.code, Item: (command.items ?? []).map(itemOf) };
    case 'Status':
      return {
        CmdID: id,
        MsgRef: command.messageRef,
        CmdRef: command.commandRef,
        Cmd: command.command,
        ...(command.targetRef === undefined ? {} : { TargetRef: command.targetRef }),
        ...(command.challenge === undefined ? {} : { Chal: { Meta: metaOf(command.challenge) } }),
        Data: command.code,
      };
    case 'Results':
      return { CmdID: id, MsgRef: command.messageRef, CmdRef: command.commandRef, Item: command.items.map(itemOf) };
    case 'Add':
    case 'Delete':
    case 'Exec':
    case 'Get':
    case 'Replace':
      return { CmdID: id, Item: command.items.map(itemOf) };
  }
}

function itemOf({ target, source, meta, data, moreData }: Item): XmlObject {
  return {
    ...(target === undefined ? {} : { Target: { LocURI: target } }),
    ...(source === undefined ? {} : { Source: { LocURI: source } }),
    ...(meta === undefined ? {} : { Meta: metaOf(meta) }),
    ...(data === undefined ? {} : { Data: data }),
    ...(moreData === true ? { MoreData: '' } : {}),
  };
}
