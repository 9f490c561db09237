import { readSyncMessage, type ReadCommand } from '../../../harness/protocol/syncml/read-message.ts';
import type { XmlTree } from '../../../harness/protocol/xml/tree.ts';
import type { Markup } from '../../markup.ts';
import { decodedTable } from './table.ts';

/** The commands of a message of a management session (MS-MDM 2.2.5, 2.2.7), those inside others indented by their group. */
export function syncmlTable(tree: XmlTree): Markup | undefined {
  const message = readSyncMessage(tree);
  if (message === undefined) return undefined;
  const { sessionId = 'none', messageId = 'none', source = 'none', target = 'none', isFinal, credential } = message;
  const proof = credential === undefined ? 'no proof' : `proof ${credential.type ?? 'of no type'}`;
  return decodedTable(
    `SyncML: session ${sessionId}, message ${messageId}, ${proof}, ${isFinal ? 'final' : 'not final'}; from ${source} to ${target}`,
    ['No.', 'Command', 'About', 'Value'],
    message.commands.flatMap((command) => rowsOf(command, '')),
  );
}

function rowsOf(command: ReadCommand, group: string): (readonly string[])[] {
  const { id = '', name, data = '', items, commands, challenge } = command;
  const label = group === '' ? name : `${group} / ${name}`;
  const [first] = items;
  const asked = challenge === undefined ? '' : `; asks for ${challenge.type ?? 'a proof'}`;
  const own = [id, label, aboutOf(command) || (first ? placeOf(first) : ''), `${data}${asked}`];
  const values = items
    .filter(({ data: value }) => value !== undefined)
    .map((item) => [
      '',
      '',
      placeOf(item),
      `${item.data ?? ''}${item.format === undefined ? '' : ` (${item.format})`}`,
    ]);
  return [own, ...values, ...commands.flatMap((inner) => rowsOf(inner, label))];
}

/** Of a Status or Results: what it answers. */
function aboutOf({ messageRef, commandRef, command, targetRefs }: ReadCommand): string {
  if (commandRef === undefined) return '';
  const what = command === undefined ? '' : ` (${command})`;
  const places = targetRefs.length === 0 ? '' : `: ${targetRefs.join(', ')}`;
  return `message ${messageRef ?? '?'}, command ${commandRef}${what}${places}`;
}

function placeOf({ target, source }: ReadCommand['items'][number]): string {
  return [target, source].filter((place) => place !== undefined).join(' from ');
}
