import { readSyncMessage } from '../../../protocol/syncml/read-message.ts';
import type { ReadCommand, ReadItem } from '../../../protocol/syncml/read-message.ts';
import { parseXml, XmlSyntaxError } from '../../../protocol/xml/tree.ts';

/** What a message of a management session says, command by command: `Alert 1201`, `Status 200 of Get`, `./DevDetail/SwV = 10.0`. */
export function wordOnSession(body: Uint8Array): string | undefined {
  try {
    using tree = parseXml(body);
    const message = readSyncMessage(tree);
    if (!message) return undefined;
    const { sessionId = '', messageId = '', commands, credential } = message;
    const parts = [...(credential ? ['a proof'] : []), ...commands.flatMap(wordOn)];
    return `session ${sessionId}, message ${messageId}: ${parts.join(', ') || 'nothing'}`;
  } catch (error) {
    if (error instanceof XmlSyntaxError) return undefined;
    throw error;
  }
}

function wordOn({ name, data = '', command = '', commandRef, items, commands }: ReadCommand): readonly string[] {
  switch (name) {
    case 'Status':
      // That the header was read says nothing.
      return commandRef === '0' && data.startsWith('2') ? [] : [`Status ${data} of ${command}`];
    case 'Results':
      return items.map(valueOf);
    case 'Alert':
      return [
        [`Alert ${data}`, ...items.map(({ type = '', data: value = '' }) => `${type} ${value}`.trim())].join(' '),
      ];
    case 'Atomic':
    case 'Sequence':
      return [`${name} (${commands.flatMap(wordOn).join(', ')})`];
    default:
      return [`${name} ${items.map(valueOf).join(', ')}`];
  }
}

function valueOf({ target, source, data }: ReadItem): string {
  return `${target ?? source ?? ''}${data === undefined ? '' : ` = ${data}`}`;
}
