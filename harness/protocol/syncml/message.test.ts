import { describe, expect, test } from 'vitest';
import { parseXml } from '../xml/tree.ts';
import { validateMessage } from '../xml/validate-message.ts';
import type { SyncMessage } from './message.ts';
import { readSyncMessage } from './read-message.ts';
import { writeMessage } from './write-message.ts';

const whole: SyncMessage = {
  sessionId: 'A3',
  messageId: '2',
  target: { uri: 'https://mdm.contoso.example/Manage.svc' },
  source: { uri: '6A52D898353A0E5369074A62CF78E493', name: 'device-1' },
  credential: { type: 'syncml:auth-md5', data: 'Zz6EivR3yeaaENcRN6lpAQ==' },
  commands: [
    { name: 'Status', id: '1', messageRef: '1', commandRef: '0', command: 'SyncHdr', code: '200' },
    {
      name: 'Status',
      id: '2',
      messageRef: '1',
      commandRef: '4',
      command: 'Get',
      targetRef: './DevDetail/SwV',
      code: '200',
    },
    {
      name: 'Results',
      id: '3',
      messageRef: '1',
      commandRef: '4',
      items: [{ source: './DevDetail/Ext', meta: { Format: 'xml' }, data: '<a>&"</a>' }],
    },
    { name: 'Status', id: '4', messageRef: '1', commandRef: '5', command: 'Atomic', code: '507' },
    {
      name: 'Alert',
      id: '5',
      code: '1226',
      items: [{ meta: { Type: 't', Format: 'int', Mark: 'critical' }, data: '1' }],
    },
    {
      name: 'Atomic',
      id: '6',
      commands: [
        { name: 'Add', id: '7', items: [{ target: './A', meta: { Format: 'chr' }, data: 'x', moreData: true }] },
        { name: 'Delete', id: '8', items: [{ target: './B' }] },
        { name: 'Add', id: '9', items: [{ target: './C', data: '' }] },
      ],
    },
  ],
  isFinal: false,
};

describe('a message', () => {
  test('keeps the order of commands of several sorts, and has no white space', () => {
    const text = writeMessage(whole);
    const order = [...text.matchAll(/<(Status|Results|Alert|Atomic|Add|Delete)>/g)].map(([, name]) => name);
    expect(order).toEqual(['Status', 'Status', 'Results', 'Status', 'Alert', 'Atomic', 'Add', 'Delete', 'Add']);
    expect(text).not.toMatch(/>\s+</);
    expect(text).not.toContain('Final');
    expect(writeMessage({ ...whole, isFinal: true })).toMatch(/<Final\/><\/SyncBody><\/SyncML>$/);
  });

  test('is valid as the schema has it', () => {
    expect(validateMessage(writeMessage(whole))).toEqual({ type: 'syncml', verdict: 'valid', issues: [] });
  });

  test('reads as it was written', () => {
    using tree = parseXml(writeMessage(whole));
    const read = readSyncMessage(tree);
    expect(read).toMatchObject({
      sessionId: 'A3',
      messageId: '2',
      target: whole.target.uri,
      source: whole.source.uri,
      isFinal: false,
    });
    expect(read?.commands.map(({ name, id, data }) => [name, id, data])).toEqual([
      ['Status', '1', '200'],
      ['Status', '2', '200'],
      ['Results', '3', undefined],
      ['Status', '4', '507'],
      ['Alert', '5', '1226'],
      ['Atomic', '6', undefined],
    ]);
    expect(read?.commands[2]?.items[0]).toMatchObject({ source: './DevDetail/Ext', format: 'xml', data: '<a>&"</a>' });
    expect(read?.commands[5]?.commands.map(({ id }) => id)).toEqual(['7', '8', '9']);
  });
});

describe.each<[string, (text: string) => string, RegExp]>([
  ['another version', (text) => text.replace('DM/1.2', 'DM/1.1'), /VerProto/],
  ['a session of five characters', (text) => text.replace('>A3<', '>A3A3A<'), /SessionID/],
  ['MsgID 0', (text) => text.replace('<MsgID>2', '<MsgID>0'), /MsgID/],
  ['CmdID 0', (text) => text.replace('<CmdID>3', '<CmdID>0'), /CmdID/],
  ['a command without CmdID', (text) => text.replace('<CmdID>7</CmdID>', ''), /CmdID/],
  ['Cmd of an unknown command', (text) => text.replace('<Cmd>Get', '<Cmd>Fetch'), /Cmd/],
  [
    'Meta of no namespace of its own',
    (text) => text.replace('<Format xmlns="syncml:metinf">xml', '<Format>xml'),
    /Format/,
  ],
  ['a command of the synchronisation', (text) => text.replaceAll(/(<\/?)Delete>/g, '$1Copy>'), /Copy/],
  [
    'the body before the header',
    (text) => text.replace(/(<SyncHdr>.*<\/SyncHdr>)(<SyncBody>.*<\/SyncBody>)/, '$2$1'),
    /SyncBody/,
  ],
  ['SyncML 1.1', (text) => text.replace('SYNCML:SYNCML1.2', 'SYNCML:SYNCML1.1'), /SYNCML1\.1/],
])('%s', (_, change, says) => {
  test('is not valid', () => {
    const { verdict, issues } = validateMessage(change(writeMessage(whole)));
    expect(verdict).toBe('invalid');
    expect(issues.map(({ message }) => message).join('\n')).toMatch(says);
  });
});

test('the references of a Status may stand behind its Data, as MS-MDM prints them', () => {
  const behind = writeMessage(whole).replace(/(<TargetRef>.*?<\/TargetRef>)(<Data>200<\/Data>)/, '$2$1');
  expect(validateMessage(behind).verdict).toBe('valid');
});
