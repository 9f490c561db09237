import { describe, expect, test } from 'vitest';
import { readSyncMessage } from '../../protocol/syncml/read-message.ts';
import { writeMessage } from '../../protocol/syncml/write-message.ts';
import type { Command, Item } from '../../protocol/syncml/message.ts';
import { parseXml } from '../../protocol/xml/tree.ts';
import { createIdentity } from '../client/identity.ts';
import { answerCommands } from './answer-commands.ts';
import { createDeviceTree } from './device-tree.ts';
import { numbered } from './unnumbered.ts';

const softwareVersion = '10.0.26200.9278';
const treeOf = () =>
  createDeviceTree({ identity: createIdentity('tree', 'run', 1), softwareVersion, providerId: 'MDM' });

/** The answers of a device to commands of a server, each as it ends: `Get 200`, `=value`. */
function told(commands: readonly Command[], tree = treeOf()) {
  const at = { uri: 'x' };
  using document = parseXml(writeMessage({ sessionId: '1', messageId: '3', target: at, source: at, commands }));
  const read = readSyncMessage(document)?.commands ?? [];
  const { answers, isUnenrolled } = answerCommands(read, { tree, pieces: new Map(), messageRef: '3' });
  const texts = answers.map((answer) => {
    if (answer.name === 'Status')
      return `${answer.command} ${answer.code}${answer.targetRef === undefined ? '' : ` ${answer.targetRef}`}`;
    return answer.items.map(({ data }) => `=${data}`).join();
  });
  return { texts, isUnenrolled, ids: numbered(answers, 2).map(({ id }) => id) };
}

const command = (name: 'Add' | 'Delete' | 'Exec' | 'Get' | 'Replace', ...items: readonly Item[]): Command => ({
  name,
  id: '7',
  items,
});

describe('a device', () => {
  test('gives each value behind the Status of its Get', () => {
    const { texts, ids } = told([
      command('Get', { target: './DevDetail/SwV' }),
      command('Get', { target: './Device/DevDetail/LrgObj' }),
    ]);
    expect(texts).toEqual(['Get 200', `=${softwareVersion}`, 'Get 200', '=false']);
    expect(ids).toEqual(['2', '3', '4', '5']);
  });

  test('says of each item how it ended, where they end differently', () => {
    const { texts } = told([command('Get', { target: './DevDetail/SwV' }, { target: './Nothing' })]);
    expect(texts).toEqual(['Get 200 ./DevDetail/SwV', 'Get 404 ./Nothing', `=${softwareVersion}`]);
  });

  test('lists the names in a folder', () => {
    expect(told([command('Get', { target: './DevDetail/URI' })]).texts).toEqual([
      'Get 200',
      '=MaxDepth/MaxTotLen/MaxSegLen',
    ]);
  });

  test('changes what can be changed', () => {
    const tree = treeOf();
    const { texts } = told(
      [
        command('Add', { target: './Vendor/X', data: 'a' }),
        command('Add', { target: './Vendor/X', data: 'b' }),
        command('Replace', { target: './Vendor/X', data: 'c' }),
        command('Replace', { target: './DevInfo/DevId', data: 'c' }),
        command('Get', { target: './Vendor/X' }),
        command('Delete', { target: './Vendor' }),
        command('Delete', { target: './Vendor/X' }),
        command('Exec', { target: './Vendor/X' }),
      ],
      tree,
    );
    expect(texts).toEqual([
      'Add 200',
      'Add 418',
      'Replace 200',
      'Replace 405',
      'Get 200',
      '=c',
      'Delete 200',
      'Delete 404',
      'Exec 404',
    ]);
  });

  test('does all of an Atomic, or nothing', () => {
    const tree = treeOf();
    const failing: Command = {
      name: 'Atomic',
      id: '1',
      commands: [
        { name: 'Add', id: '2', items: [{ target: './A', data: 'x' }] },
        { name: 'Get', id: '3', items: [{ target: './A' }] },
      ],
    };
    expect(told([failing], tree).texts).toEqual(['Atomic 507', 'Add 216', 'Get 500']);
    expect(tree.get('./A')).toBeUndefined();
    const good: Command = { ...failing, commands: failing.commands.slice(0, 1) };
    expect(told([good], tree).texts).toEqual(['Atomic 200', 'Add 200']);
    expect(tree.get('./A')?.value).toBe('x');
  });

  test('leaves without a Status where the server has it unenroll', () => {
    const { texts, isUnenrolled } = told([
      command('Get', { target: './DevInfo/Man' }),
      command('Exec', { target: './Vendor/MSFT/DMClient/Provider/MDM/Unenroll' }),
      command('Get', { target: './DevInfo/Man' }),
    ]);
    expect(isUnenrolled).toBe(true);
    expect(texts).toEqual(['Get 200', '=Microsoft Corporation']);
  });

  test('answers neither Status nor Results', () => {
    const status = { name: 'Status', messageRef: '1', commandRef: '0', command: 'SyncHdr', code: '200' } as const;
    expect(told([{ ...status, id: '1' }]).texts).toEqual([]);
  });
});
