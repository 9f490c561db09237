import { expect, test } from 'vitest';
import { windowsEnrollment } from '../../../../suites/enrollment/scenarios/windows-enrollment.ts';
import {
  failing,
  formatList,
  notConfigured,
  renderedXml,
  step,
} from '../../../protocol/device-log/testing/log-samples.ts';
import type { SampleEvent } from '../../../protocol/device-log/testing/log-samples.ts';
import { recordReference } from '../../../testing/reference-run.ts';
import type { ReferenceRun } from '../../../testing/reference-run.ts';
import { htmlPage, inPlace } from '../../../testing/vendors/in-place.ts';
import { call } from '../testing/io.ts';
import type { Called } from '../testing/io.ts';
import { createWorkspace } from '../testing/workspace.ts';

interface Audited extends Called {
  /** The same audit without the log. */
  readonly bare: Called;
  /** The names of files whose content the log changed. */
  readonly changed: readonly string[];
}

async function audited(run: ReferenceRun, log: string, ...options: string[]): Promise<Audited> {
  await using workspace = await createWorkspace();
  const har = await workspace.write('x.har', await recordReference({ scenarios: [windowsEnrollment], ...run }));
  const file = await workspace.write('y.log', log);
  const args = ['audit', har, ...options];
  const bare = await call([...args, '--out', workspace.at('bare')]);
  const both = await call([...args, '--out', workspace.at('both'), '--log', file]);
  const files = await workspace.digests();
  const names = [...files.keys()].filter((name) => name.startsWith('bare/') && !name.endsWith('manifest.json'));
  return {
    ...both,
    bare,
    changed: names.filter((name) => files.get(name) !== files.get(name.replace('bare', 'both'))),
  };
}

const asked = [step(4, 0), step(6, 1), step(8, 2)];
const forbidden: ReferenceRun = {
  between: inPlace((_, what) => (what === 'issue' ? htmlPage(403, 'Forbidden') : undefined)),
};
const refused = renderedXml([...asked, failing(11, '0x80190193', 3), failing(71, '0x80190193', 4)]);

test('the first line joins the refusal of the recording and the event of the log', async () => {
  const { out, code, bare, changed } = await audited(forbidden, refused);
  const [first, , third, fourth] = out.split('\n');
  expect(first).toMatch(
    /^Not enrolled: exchange \d+: a gateway or web server refused RequestSecurityToken: HTTP 403 with an HTML page, title "Forbidden".*; the log of the device agrees \(event 11, 0x80190193\)\.$/,
  );
  expect(third).toMatch(/^ {2}Do +the server: /);
  expect(fourth).toMatch(/^ {2}Tested by +enrollment\/answer/);
  expect(code).toBe(bare.code);
  expect(changed).toEqual([]);
});

test('exchanges and events stand on one time line, in order', async () => {
  const { out } = await audited(forbidden, refused);
  const [, line = ''] = /on one time line .*\n([^]*?)\n\n/.exec(out) ?? [];
  const times = line.split('\n').map((row) => row.slice(2, 21));
  expect(times).toEqual([...times].sort());
  expect(line).toMatch(/exchange \d+ .*403/);
  expect(line).toMatch(/event 11/);
});

test('it fits on one screen', async () => {
  const { out } = await audited(forbidden, refused);
  expect(out.split('\n').length).toBeLessThanOrEqual(44);
});

test('where the device refused a good answer, the failed check says why', async () => {
  const log = renderedXml([...asked, step(10, 3), notConfigured('0x80070057', 4), failing(71, '0x80180023', 5)]);
  const at = (parm: string) => `//characteristic[@type="APPLICATION"]/parm[@name="${parm}"]`;
  const broken = { on: 'issue', provisioning: { op: 'set', at: `${at('APPID')}/@value`, to: 'w8' } } as const;
  const first = (await audited({ departures: [broken] }, log)).out.split('\n')[0];
  expect(first).toMatch(/^Not enrolled: the DM client was not configured \(event 17, 0x80070057\)/);
  expect(first).toMatch(/the recording shows why in exchange \d+ .*\[provisioning\//);
  const lacking = { on: 'issue', provisioning: { op: 'remove', at: at('ADDR') } } as const;
  const { out } = await audited({ departures: [lacking] }, log);
  expect(out.split('\n')[0]).toMatch(/the recording shows (?:what may be )?why in exchange \d+ .*\[provisioning\//);
});

test('where no check failed, it says that the answer stands in the recording', async () => {
  const { out } = await audited({}, renderedXml([...asked, step(10, 3), notConfigured('0x800706D9', 4)]));
  expect(out.split('\n')[0]).toMatch(
    /event 17, 0x800706D9\); the recording shows the answer of this step in exchange \d+/,
  );
});

test('a log that does not tell leaves the answer to the recording', async () => {
  const { out } = await audited(forbidden, 'nothing of note');
  expect(out).toMatch(/^Not enrolled, as the recording says: exchange \d+.*the log does not tell/);
});

test('a difference of clocks and a time without a zone are said', async () => {
  const later: SampleEvent[] = [...asked, failing(11, '0x80190193', 3)].map((event) => ({
    ...event,
    after: (event.after ?? 0) + 3600,
  }));
  const { out } = await audited(forbidden, formatList(later));
  expect(out).toMatch(/the event stands \d+ min \d+ s after the end of the exchange.*time zones/);
  expect(out).toMatch(/times local to the device/);
});

test('--json keeps the results document alone on standard output', async () => {
  const { out, err, bare } = await audited(forbidden, refused, '--json');
  expect(Object.keys(JSON.parse(out) as object)).toEqual(Object.keys(JSON.parse(bare.out) as object));
  expect(err).toMatch(/^Not enrolled: exchange/);
});

test('--log with several recordings is refused', async () => {
  const { code, err } = await call(['audit', 'a.har', 'b.har', '--log', 'y.xml']);
  expect(code).toBe(2);
  expect(err).toMatch(/--log goes with one recording, and 2 are given/);
});
