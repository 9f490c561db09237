import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import {
  failing,
  faulted,
  renderedXml,
  step,
  utf16,
  viewerCsv,
} from '../../protocol/device-log/testing/log-samples.ts';
import { call } from '../cli/testing/io.ts';
import type { Called } from '../cli/testing/io.ts';
import { createWorkspace } from '../cli/testing/workspace.ts';

type Content = string | Uint8Array;

const failed = renderedXml([step(4, 0), failing(71, '0x80180018', 5)]);

async function zipOf(files: Readonly<Record<string, Content>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return await buffer(zip.outputStream);
}

/** Explains what a folder holds, or some of its files. */
async function explained(files: Readonly<Record<string, Content>>, ...names: string[]): Promise<Called> {
  await using workspace = await createWorkspace();
  await mkdir(workspace.at('logs/below'), { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(workspace.at(`logs/${name}`), content);
  return await call([
    'explain',
    '--log',
    ...(names.length > 0 ? names : ['']).map((name) => workspace.at(`logs/${name}`)),
  ]);
}

describe('a zip archive', () => {
  test('of the diagnostics tool is read, whatever the letters of its names', async () => {
    const zip = await zipOf({
      'MDMDiagReport.XML':
        '<MDMEnterpriseDiagnosticsReport><Enrollment><MDMServerName>mdm.contoso.example</MDMServerName></Enrollment></MDMEnterpriseDiagnosticsReport>',
      'Admin/EVENTS.XML': utf16(failed),
      'microsoft-windows-devicemanagement-admin.evtx': Buffer.from('ElfFile\0 and so on'),
      'DeviceHash.csv': 'Device Serial Number,Windows Product ID,Hardware Hash\n1,2,AAAA',
    });
    const { out } = await explained({ 'diagnostics.zip': zip }, 'diagnostics.zip');
    expect(out).toMatch(/^Not enrolled: .*event 71, 0x80180018/);
    expect(out).toContain('MDMServerName: mdm.contoso.example');
    expect(out).toMatch(
      /event log \(\.evtx\).*\n.*wevtutil qe microsoft-windows-devicemanagement-admin\.evtx \/lf:true/,
    );
    expect(out).not.toContain('DeviceHash');
  });

  test('that is a bomb is refused', async () => {
    const zip = await zipOf({ 'bomb.xml': Buffer.alloc(64 * 1024 * 1024, 0x20) });
    const { code, err } = await explained({ 'bomb.zip': zip }, 'bomb.zip');
    expect(code).toBe(2);
    expect(err).toMatch(/bomb\.zip packs 67108864 bytes of bomb\.xml into \d+; at most 300 times as many are unpacked/);
  });

  test('that is cut off or holds no log is refused', async () => {
    const zip = await zipOf({ 'log.xml': failed });
    const cut = await explained({ 'cut.zip': zip.subarray(0, 60) }, 'cut.zip');
    expect([cut.code, cut.err]).toEqual([2, expect.stringMatching(/cut\.zip is no whole zip archive/)]);
    const empty = await explained({ 'empty.zip': await zipOf({ 'readme.txt': 'nothing' }) }, 'empty.zip');
    expect([empty.code, empty.err]).toEqual([2, expect.stringMatching(/empty\.zip is a zip archive without logs/)]);
  });
});

describe('a folder', () => {
  test('gives all its logs, also those of folders below', async () => {
    const { out } = await explained({
      'a.xml': renderedXml([step(4, 0), step(6, 1)]),
      'below/b.csv': viewerCsv([faulted('s:Authorization', 'No seat is left', 3), failing(71, '0x80180018', 5)]),
      'photo.jpg': Buffer.from('ffd8ffe000104a46494600010101', 'hex'),
    });
    expect(out).toMatch(
      /^Not enrolled: the server refused the request for a certificate with the fault s:Authorization: "No seat is left"/,
    );
    expect(out).not.toContain('photo.jpg');
  });

  test('without logs is refused, and says what it holds', async () => {
    expect(await explained({})).toMatchObject({
      code: 2,
      err: expect.stringMatching(/is a folder without files/) as string,
    });
    const { code, err } = await explained({ 'notes.txt': 'shopping' });
    expect(code).toBe(2);
    expect(err).toMatch(/is a folder without logs; it holds notes\.txt \(text\)/);
  });

  test('is not left by a link', async () => {
    await using workspace = await createWorkspace();
    await mkdir(workspace.at('logs'));
    await symlink(workspace.at('logs'), workspace.at('logs/again'));
    expect((await call(['explain', '--log', workspace.at('logs')])).err).toMatch(/is a folder without files/);
  });
});

test('several files are merged in order of time', async () => {
  const files = {
    'late.xml': renderedXml([failing(71, '0x80180018', 9)]),
    'early.xml': renderedXml([step(4, 0), failing(7, '0x80072EE2', 3)]),
  };
  const { out } = await explained(files, 'late.xml', 'early.xml');
  expect(out).toMatch(/^Not enrolled: .*\(event 7, 0x80072EE2\); the device shows 0x80180018/);
  expect(out.indexOf('event 7 ')).toBeLessThan(out.indexOf('event 71 '));
});

test('what is not there, or stands beside a term, is refused', async () => {
  expect((await call(['explain', '--log', '/nowhere/x.xml'])).err).toMatch(
    /\/nowhere\/x\.xml cannot be read: there is no such file/,
  );
  expect((await call(['explain', '0x80180018', '--log', 'x.xml'])).err).toMatch(
    /--log stands in place of a term; leave out "0x80180018"/,
  );
  expect((await call(['explain', '--topics', '--log', 'x.xml'])).code).toBe(2);
});
