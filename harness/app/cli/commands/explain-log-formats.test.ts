import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  exportCsv,
  failing,
  faulted,
  formatList,
  formatTable,
  json51,
  json7,
  notConfigured,
  renderedXml,
  step,
  utf16,
  viewerCsv,
  viewerText,
  viewerXml,
  wevtutilText,
  wevtutilXml,
} from '../../../protocol/device-log/testing/log-samples.ts';
import { packageRoot } from '../../../package-root.ts';
import { explained, firstLines } from '../testing/explained-log.ts';

const asked = [step(4, 0), step(6, 1), step(8, 2)];

describe('every format gives the same answer', () => {
  const events = [...asked, faulted('s:Authorization', 'No seat is left'), failing(71, '0x80180018')];
  test.for<[name: string, content: string | Uint8Array]>([
    ['wevtutil.xml', wevtutilXml(events)],
    ['rendered.xml', renderedXml(events)],
    ['wevtutil.txt', wevtutilText(events)],
    ['wevtutil-german.txt', utf16(wevtutilText(events, false))],
    ['viewer.xml', viewerXml(events)],
    ['viewer.csv', viewerCsv(events)],
    ['viewer.txt', viewerText(events)],
    ['5.1.json', json51(events)],
    ['7.json', json7(events)],
    ['export.csv', exportCsv(events)],
    ['list.txt', formatList(events)],
    ['utf-16.xml', utf16(renderedXml(events))],
    ['utf-16-without-mark.xml', utf16(wevtutilXml(events), false)],
    ['utf-16.txt', utf16(formatList(events))],
    ['named-wrongly.har', renderedXml(events)],
  ])('%s', async ([name, content]) => {
    const lines = await firstLines(content, name);
    expect(lines).toMatch(/^Not enrolled: .*s:Authorization: "No seat is left" \(event 52, 0x80180018\)/);
    expect(lines).toMatch(/LICENSE/);
  });

  test('one record of PowerShell 5.1, which is no list', async () => {
    expect(await firstLines(json51([failing(71, '0x80180018')]), 'one.json')).toMatch(/event 71, 0x80180018/);
  });

  test('a printed table, with a warning where the window cut the codes', async () => {
    const { out } = await explained(formatTable([...asked, notConfigured('0x80070057')]), 'table.txt');
    expect(out).toMatch(/^Not enrolled: .*event 17/);
    expect(out).toMatch(/the window cut 1 of its messages.*Format-List/);
  });
});

test('what a terminal obeys is not obeyed, in the answer, the time line and the names of files', async () => {
  const reason = 'seat\u001B[2J\u202Etaes\u0007';
  const events = [...asked, faulted('s:Authorization', reason), failing(71, '0x80180018')];
  for (const options of [[], ['--json']]) {
    const { out } = await explained(viewerCsv(events), 'a\u001B[2J.csv', ...options);
    expect(out).toMatch(/seat/);
    expect(out).not.toMatch(/[\u001B\u0007\u202E]/);
  }
});

test('docs/logs.md shows what the command prints', async () => {
  const page = await readFile(path.join(packageRoot, 'docs', 'logs.md'), 'utf8');
  const reason = 'User ada@contoso.example has no seat';
  const { out } = await explained(
    wevtutilXml([...asked, faulted('s:Authorization', reason, 3), failing(71, '0x80180018', 4)]),
  );
  const shown = out.slice(0, out.indexOf('\n\nRead:'));
  expect(shown).toContain('event 71');
  expect(page).toContain(`explain --log fault.xml\n${shown}\n`);
});
