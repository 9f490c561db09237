import { describe, expect, test } from 'vitest';
import { answerOf } from './answer.ts';
import type { DeviceLog } from './log-entry.ts';
import { readLog } from './read-log.ts';
import { failing, renderedXml, step, utf16, wevtutilXml } from './testing/log-samples.ts';
import { verdictOn } from './verdict.ts';

const read = (content: string | Uint8Array, name = 'file'): DeviceLog => readLog(Buffer.from(content), name);
const headline = (content: string | Uint8Array): string => answerOf(verdictOn([read(content)]), []).headline;

describe('a file that holds no text is named, with how to convert it', () => {
  test.for<[name: string, content: Uint8Array, format: RegExp, advice: RegExp]>([
    ['a.evtx', Buffer.from('ElfFile\0\0\0'), /\.evtx/, /wevtutil qe a\.evtx \/lf:true \/f:RenderedXml > out\.xml/],
    ['renamed.xml', Buffer.from('ElfFile\0\0\0'), /\.evtx/, /wevtutil qe renamed\.xml/],
    ['a.cab', Buffer.from('MSCF\0\0\0\0'), /\.cab/, /expand -F:\* a\.cab DIR .*cabextract/],
    [
      'C:\\logs\\a.etl',
      Buffer.from('00000100880100000100000010270000', 'hex'),
      /\.etl/,
      /tracerpt a\.etl -of XML -o a\.etl\.xml -y/,
    ],
    ['a.bin', Buffer.from('00000100880100000100000010270000', 'hex'), /unknown binary/, /export the log as XML/],
    ['a.gz', Buffer.from('1f8b0800', 'hex'), /gzip/, /gunzip a\.gz/],
    ['a.txt', Buffer.of(), /empty/, /empty/],
    ['a.har', Buffer.from('{"log":{"entries":[]}}'), /HAR/, /audit a\.har --log/],
  ])('%s', ([name, content, format, advice]) => {
    const log = read(content, name);
    expect(log.format).toMatch(format);
    expect([log.convert, ...log.notes].join()).toMatch(advice);
    expect(log.entries).toEqual([]);
  });

  test('and where nothing else tells, the first line says so', () => {
    const log = read('ElfFile\0\0', 'logs.zip/admin.evtx');
    expect(answerOf(verdictOn([log]), [log]).headline).toMatch(
      /^Not told yet: the events are in admin\.evtx \(event log \(\.evtx\)\).*wevtutil qe admin\.evtx \/lf:true/,
    );
  });

  test('and codes in an unknown one are still listed', () => {
    const bytes = Buffer.concat([Buffer.alloc(64), utf16('Result: 0x80180014', false), Buffer.alloc(64)]);
    expect(headline(bytes)).toMatch(/^The log has no event of an enrollment, but a code: .*0x80180014/);
  });
});

describe('a file without events gives what it says', () => {
  test('MDMDiagReport.xml', () => {
    const log = read(
      '<?xml version="1.0"?><MDMEnterpriseDiagnosticsReport><DeviceManagementAccount><Enrollment><EnrollmentId>x</EnrollmentId><ProtectedInformation><MDMServerName>mdm.contoso.example</MDMServerName><ConnectionInformation><ServerLastSuccessTime>20260329T190000Z</ServerLastSuccessTime></ConnectionInformation></ProtectedInformation></Enrollment></DeviceManagementAccount></MDMEnterpriseDiagnosticsReport>',
    );
    expect(log.facts).toEqual(['MDMServerName: mdm.contoso.example', 'ServerLastSuccessTime: 20260329T190000Z']);
    expect(log.notes.join()).toMatch(/no events/);
  });

  test('MDMDiagReport.html', () => {
    const log = read(
      '<!DOCTYPE html><html><title>MDM</title><table><tr><td>Last error</td><td>0x80180014</td></tr></table></html>',
    );
    expect(log.entries.map(({ text }) => text)).toEqual(['Last error 0x80180014']);
    expect(log.notes.join()).toMatch(/no events/);
  });

  test('an export of the registry, in UTF-16', () => {
    const log = read(
      utf16(
        'Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Enrollments\\{1}]\r\n"EnrollmentState"=dword:00000001\r\n"UPN"="ada@contoso.example"\r\n"DiscoveryServiceFullURL"="https://mdm.contoso.example/EnrollmentServer/Discovery.svc"\r\n"LastError"=dword:8018000a\r\n',
      ),
    );
    expect(log.format).toMatch(/registry/);
    expect(log.facts).toEqual([
      'EnrollmentState 1',
      'DiscoveryServiceFullURL https://mdm.contoso.example/EnrollmentServer/Discovery.svc',
      'LastError 0x8018000A',
    ]);
    expect(log.entries.map(({ text }) => text)).toEqual(['LastError: 0x8018000a']);
  });

  test('dsregcmd /status', () => {
    const text = [
      '+----------------------------------------------------------------------+',
      '| Device State                                                         |',
      '+----------------------------------------------------------------------+',
      '             AzureAdJoined : NO',
      '                TenantId : 7a5c1f0e-2b9d-4c8e-9f11-0d2a4b6c8e10',
      '        Client ErrorCode : 0x801c03f2',
    ].join('\r\n');
    expect(read(text).facts).toEqual(['AzureAdJoined: NO', 'Client ErrorCode: 0x801c03f2']);
    expect(headline(text)).toMatch(/0x801C03F2/);
  });

  test('a line of fleetd', () => {
    const line =
      '2026-11-29T17:08:05Z ERR registering host error="RegisterDeviceWithManagement failed: The operation completed successfully. (0x8018000a - 2149056522)"';
    expect(headline(line)).toMatch(/^The log has no event of an enrollment, but a code: .*0x8018000A/i);
    expect(read(line).entries[0]?.time?.at).toBe(Date.UTC(2026, 10, 29, 17, 8, 5));
  });

  test('messages of a session that a viewer saved', () => {
    const log = read('09:30:00 sent\n<SyncML xmlns="SYNCML:SYNCML1.2"><SyncHdr/></SyncML>', 'sync.txt');
    expect([log.format, ...log.notes].join()).toMatch(/SyncML messages.*audit sync\.txt/);
  });

  test('sentences of events in a chat, without their numbers', () => {
    const text =
      'he sent me this:\nMDM Enroll: Certificate policy request sent successfully.\nMDM Enroll: Failed (Unknown Win32 Error code: 0x80180014)';
    expect(headline(text)).toMatch(/^Not enrolled: .*event 71, 0x80180014/);
  });
});

describe('results as Windows prints them', () => {
  const told = (message: string, values = ''): string =>
    headline(
      `<Event><System><Provider Name="Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider"/><EventID>71</EventID></System><EventData>${values}</EventData><RenderingInfo><Message>${message}</Message></RenderingInfo></Event>`,
    );
  test.for<[name: string, message: string, values: string, code: string]>([
    ['a status in words', 'MDM Enroll: Failed (Bad request (400).)', '', '0x80190190'],
    [
      'a name before the text',
      'Fehler (Die Anforderung wird nicht unterst&#xFC;tzt.)',
      '<Data Name="Message1">0x80180014</Data><Data Name="HexInt1">0x80070032</Data>',
      '0x80070032',
    ],
    ['a signed number by its position', '', '<Data>-2145910764</Data>', '0x80180014'],
    ['an unsigned one', '', '<Data>2149056532</Data>', '0x80180014'],
    ['nine digits', 'MDM Enroll: Failed (Unknown Win32 Error code: 0x80180002b)', '', '0x8018002B'],
  ])('%s', ([, message, values, code]) => {
    expect(told(message, values)).toContain(code);
  });

  test('words alone: the log does not carry the number, and the answer says how to get it', () => {
    const csv =
      'Ebene,Datum und Uhrzeit,Quelle,Ereignis-ID,Aufgabenkategorie\nFehler,15.01.2026 09:30:00,DeviceManagement-Enterprise-Diagnostics-Provider,71,Keine,"MDM-Registrierung: Fehler (Zugriff verweigert)"';
    const answer = answerOf(verdictOn([read(csv)]), []);
    expect(answer.event).toBe(71);
    expect(answer.notes.join()).toMatch(/in words alone; export it as XML/);
  });
});

describe('hostile files', () => {
  const bomb = '<!DOCTYPE Events [<!ENTITY a "0x80180014"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';

  test('entities are not read', () => {
    const xml = `${bomb}<Events>${renderedXml([failing(71, '&b;')]).replace('&amp;b;', '&b;')}</Events>`;
    const log = read(xml);
    expect(log.notes.join()).toMatch(/DOCTYPE/);
    expect(JSON.stringify(log.entries)).not.toContain('0x801800140x80180014');
    expect(read(`<Event>${bomb}<System><EventID>71</EventID></System></Event>`).entries).toEqual([]);
    expect(
      read(`${bomb}<MDMEnterpriseDiagnosticsReport><MDMServerName>&b;</MDMServerName></MDMEnterpriseDiagnosticsReport>`)
        .facts,
    ).toEqual([]);
  });

  test('depth, a record that is cut off, and names of JavaScript cost no other record', () => {
    const deep = `<Event><System><EventID>71</EventID></System>${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}</Event>`;
    const strange = '<Event><System><EventID>71</EventID><__proto__>1</__proto__><constructor/></System></Event>';
    const log = read(`${deep}${strange}${wevtutilXml([step(4, 0)])}<Event><System><EventID>71</Eve`);
    expect(log.entries.map(({ eventId }) => eventId)).toEqual([4]);
    expect(log.notes.join()).toMatch(/3 of its records are broken or cut off/);
  });

  test.for<[name: string, content: () => Uint8Array]>([
    ['a long line of text', () => Buffer.alloc(60_000_000, 'a 0x8018')],
    ['a long line of digits', () => Buffer.alloc(60_000_000, '1')],
    ['a long line of brackets', () => Buffer.alloc(20_000_000, '=(')],
    ['many openings of records', () => Buffer.alloc(5_000_000, '<Event>')],
    ['many quotes of a table', () => Buffer.from(`Level,Date,Source,Event ID\n${'"'.repeat(5_000_001)}`)],
    ['deep JSON', () => Buffer.alloc(5_000_000, '[')],
    ['many spaces', () => Buffer.alloc(20_000_000, ' ')],
  ])('%s takes seconds at most', { timeout: 60_000 }, ([, content]) => {
    const before = performance.now();
    read(content());
    expect(performance.now() - before).toBeLessThan(20_000);
  });

  test('UTF-16 of an odd number of bytes, and halves of characters', () => {
    const bytes = Buffer.concat([utf16(wevtutilXml([failing(71, '0x80180014')])), Buffer.of(0x00, 0xd8, 0x41)]);
    expect(headline(bytes)).toMatch(/event 71, 0x80180014/);
  });
});
