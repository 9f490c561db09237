import { describe, expect, test } from 'vitest';
import { answerOf } from './answer.ts';
import { mask } from './mask.ts';
import { deedsOf, phasesOf } from './phases.ts';
import { readLog } from './read-log.ts';
import {
  automatic,
  failing,
  faulted,
  notConfigured,
  signInProvider,
  step,
  viewerCsv,
  wevtutilXml,
} from './testing/log-samples.ts';
import type { SampleEvent } from './testing/log-samples.ts';
import { verdictOn } from './verdict.ts';
import type { LogVerdict } from './verdict.ts';

const verdict = (events: readonly SampleEvent[]): LogVerdict =>
  verdictOn([readLog(Buffer.from(wevtutilXml(events)), 'log.xml')]);
const headline = (events: readonly SampleEvent[]): string => answerOf(verdict(events), []).headline;
const later = (events: readonly SampleEvent[], seconds: number): SampleEvent[] =>
  events.map((event) => ({ ...event, after: (event.after ?? 0) + seconds }));

const asked = [step(4, 0), step(6, 1), step(8, 2)];
const enrolled = [...asked, step(10, 3), step(58, 4), step(72, 5)];
const session = [step(208, 0), { ...step(209, 2), message: 'MDM Session: OMA-DM session ended with status: (0x0)' }];

describe('attempts', () => {
  test('are told apart by a pause, and by a new request after an end', () => {
    const again = later([step(4, 0), failing(71, '0x80180013', 1)], 30);
    expect(verdict([step(4, 0), failing(71, '0x80180018', 5), ...again, ...later(again, 1000)]).attempts).toHaveLength(
      3,
    );
  });

  test('are held together by their activity', () => {
    const activity = 'A1B2C3D4-0000-1111-2222-333344445555';
    const one = [step(4, 0), failing(71, '0x80180018', 3)].map((event) => ({ ...event, activity }));
    const other = [step(4, 1), failing(71, '0x80180013', 2)].map((event) => ({
      ...event,
      activity: activity.replace('A', 'F'),
    }));
    expect(
      verdict([...one, ...other].sort((a, b) => (a.after ?? 0) - (b.after ?? 0))).attempts.length,
    ).toBeLessThanOrEqual(2);
  });
});

describe('the device is in', () => {
  test('where its last enrollment succeeded after one that failed', () => {
    expect(headline([...asked, failing(71, '0x80180018', 5), ...later(enrolled, 4000)])).toMatch(/^The device got in/);
  });

  test('where an old session failed before the enrollment', () => {
    expect(headline([step(208, 0), failing(209, '0x80190194', 2), ...later(enrolled, 4000)])).toMatch(
      /^The device got in/,
    );
  });

  test('where a session took place after an enrollment that failed', () => {
    const events = [step(4, 0), failing(71, '0x8018000A', 1), ...later(session, 4000)];
    expect(headline(events)).toMatch(/^The device is in: a session took place after the enrollment that failed/);
  });

  test('where the log has sessions alone', () => {
    expect(headline(session)).toMatch(/^The log shows no enrollment; its sessions did not fail/);
  });

  test('but its last session failed, later than the enrollment', () => {
    const events = [...enrolled, ...later([step(208, 0), failing(209, '0x80072EE7', 2)], 90_000)];
    expect(headline(events)).toMatch(/^Enrolled, but its management session failed: .*0x80072EE7/);
  });
});

test('phases and what the server did follow the events', () => {
  const told = (events: readonly SampleEvent[]): string[] =>
    phasesOf(verdict(events).facts).map(({ phase, state }) => `${phase} ${state}`);
  expect(told([failing(71, '0x80072EE7')])).toEqual(['discovery or sign-in failed']);
  expect(told([...asked, faulted('s:Receiver', 'x'), failing(71, '0x80180006')])).toEqual([
    'policies (MS-XCEP) done',
    'certificate (MS-WSTEP) failed',
  ]);
  expect(told([...asked, step(10, 3), notConfigured('0x80070057')]).at(-1)).toBe('provisioning document failed');
  expect(told(enrolled).at(-1)).toBe('provisioning document done');
  expect(told([...enrolled, ...later(session, 10)]).at(-1)).toBe('session (OMA-DM) done');
  expect(deedsOf(verdict([...asked, faulted('s:Receiver', 'x')]).facts)).toEqual([
    'answered the request for policies',
    'sent a fault',
  ]);
});

test('the source of a sign-in is known under its short name too', () => {
  const events: SampleEvent[] = [
    { id: 1098, provider: signInProvider, values: {}, message: 'Error: 0xCAA2000C needs the user', after: 1 },
    automatic('0x8018002A', 2),
  ];
  const log = readLog(Buffer.from(viewerCsv(events)), 'x.csv');
  expect(answerOf(verdictOn([log]), []).headline).toMatch(/event 1098, 0xCAA2000C/);
});

test.for([
  ['ada.lovelace+x@contoso.example said', '[user] said'],
  ['https://mdm.example/a/b?login_hint=ada%40contoso.example&t=1 end', 'https://mdm.example/a/b?[hidden] end'],
  ['https://ada:pw@mdm.example/x', 'https://mdm.example/x'],
  ['CSP ./User/S-1-12-1-11-22-33-44/Vendor', 'CSP ./User/[SID]/Vendor'],
  [
    'C:\\Users\\Ada\\AppData, AzureAD\\AdaLovelace, HKLM\\Software',
    'C:\\Users\\[user]\\AppData, AzureAD\\[user], HKLM\\Software',
  ],
  ['Bearer abc.def.ghi, password=hunter22', 'Bearer [token], password=[hidden]'],
  [`nonce ${'QUJ4'.repeat(16)}==`, 'nonce [hidden]'],
  ['tenant {7a5c1f0e-2b9d-4c8e-9f11-0d2a4b6c8e10}', 'tenant [id]'],
  [
    'Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider',
    'Microsoft-Windows-DeviceManagement-Enterprise-Diagnostics-Provider',
  ],
  ['TraceId: 11111111-2222-3333-4444-555555555555', 'TraceId: 11111111-2222-3333-4444-555555555555'],
  [
    './Device/Vendor/MSFT/DMClient/Provider/Contoso/ManagementServerAddressList',
    './Device/Vendor/MSFT/DMClient/Provider/Contoso/ManagementServerAddressList',
  ],
])('%s is printed without whose it is', ([text, shown]) => {
  expect(mask(text ?? '')).toBe(shown);
});

test('a log of 20,000 records takes seconds', { timeout: 120_000 }, () => {
  const events = Array.from({ length: 20_000 }, (_, index) =>
    index % 2 === 0 ? step(4, index) : failing(71, '0x80180018', index),
  );
  const before = performance.now();
  expect(headline(events)).toMatch(/^Not enrolled/);
  expect(performance.now() - before).toBeLessThan(30_000);
});
