import { expect, test } from 'vitest';
import { decodedDocument, decodedMessage } from './decoded.ts';

const cells = (markup: { toString(): string }): readonly string[] =>
  Array.from(markup.toString().matchAll(/<td[^>]*>([^<]*)<\/td>/g), ([, cell = '']) => cell);

test('a provisioning document is a row for each setting', () => {
  const document = `<wap-provisioningdoc><characteristic type="APPLICATION"><parm name="APPID" value="w7"/>
    <characteristic type="APPAUTH"><parm name="AAUTHSECRET" value="redacted-secret-1" datatype="string"/></characteristic>
    <characteristic type="Empty"/></characteristic></wap-provisioningdoc>`;
  expect(cells(decodedDocument(`\uFEFF${document}`))).toEqual([
    ...['APPLICATION', 'APPID', 'w7', ''],
    ...['APPLICATION / APPAUTH', 'AAUTHSECRET', 'redacted-secret-1', 'string'],
    ...['APPLICATION / Empty', '', '', ''],
  ]);
});

test('policies are named, with what their references mean', () => {
  const answer = `<e><GetPoliciesResponse><response><policies><policy><policyOIDReference>1</policyOIDReference>
    <attributes><commonName>&lt;b&gt;</commonName></attributes></policy></policies></response>
    <oIDs><oID><value>1.2.3</value><oIDReferenceID>1</oIDReferenceID><defaultName>mine</defaultName></oID></oIDs>
    </GetPoliciesResponse></e>`;
  expect(cells(decodedMessage(Buffer.from(answer)))).toEqual([
    ...['policyOIDReference', '1 → 1.2.3 (mine)'],
    ...['attributes / commonName', '&lt;b&gt;'],
  ]);
});

test('a message of a session is a row for each command, and for each value', () => {
  const message = `<SyncML><SyncHdr><SessionID>1</SessionID><MsgID>2</MsgID></SyncHdr><SyncBody>
    <Status><CmdID>1</CmdID><MsgRef>1</MsgRef><CmdRef>0</CmdRef><Cmd>SyncHdr</Cmd><Data>212</Data></Status>
    <Atomic><CmdID>2</CmdID><Replace><CmdID>3</CmdID><Item><Target><LocURI>./A</LocURI></Target><Data>x</Data></Item></Replace></Atomic>
    <Final/></SyncBody></SyncML>`;
  const markup = decodedMessage(Buffer.from(message));
  expect(markup.toString()).toContain('SyncML: session 1, message 2, no proof, final');
  expect(cells(markup)).toEqual([
    ...['1', 'Status', 'message 1, command 0 (SyncHdr)', '212'],
    ...['2', 'Atomic', '', ''],
    ...['3', 'Atomic / Replace', './A', ''],
    ...['', '', './A', 'x'],
  ]);
});

test.each(['', '<a', '{}', '<html/>', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', '\0\u0001'])(
  'of %j nothing is decoded',
  (body) => {
    expect(decodedMessage(Buffer.from(body)).toString()).toBe('');
    expect(decodedDocument(body).toString()).toBe('');
  },
);

test('a document of a thousand settings is cut, and says so', () => {
  const parms = '<parm name="A" value="b"/>'.repeat(1000);
  const text = decodedDocument(`<wap-provisioningdoc>${parms}</wap-provisioningdoc>`).toString();
  expect(text.match(/<tr>/g)).toHaveLength(151);
  expect(text).toContain('850 further rows: see the document.');
});
