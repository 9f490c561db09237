import { describe, expect, test } from 'vitest';
import {
  automatic,
  failing,
  faulted,
  mdmProvider,
  notConfigured,
  renderedXml,
  signInProvider,
  step,
  viewerXml,
  wevtutilXml,
} from '../../../protocol/device-log/testing/log-samples.ts';
import type { SampleEvent } from '../../../protocol/device-log/testing/log-samples.ts';
import { explained, firstLines } from '../testing/explained-log.ts';

const asked = [step(4, 0), step(6, 1), step(8, 2)];
const issued = [...asked, step(10, 4)];

describe('the first three lines say why a device did not get in, by its code', () => {
  test.for<[code: string, says: RegExp, who: RegExp]>([
    ['0x80180002', /credential/i, /user|identity provider|server/],
    ['0x80180003', /not allowed|may not|authoriz/i, /administrator/],
    ['0x80180004', /CA|certificate/i, /server/],
    ['0x80180009', /another enrollment/i, /device/],
    ['0x8018000A', /already|exists/i, /device/],
    ['0x80180013', /too many|cap/i, /user|administrator/],
    ['0x80180014', /platform|version|support/i, /administrator/],
    ['0x80180018', /licen[cs]e/i, /administrator/],
    ['0x80180026', /policy|blocked/i, /administrator/],
    ['0x8018002A', /cancel|closed|sign-in/i, /administrator|user/],
    ['0x80190193', /403/, /server/],
    ['0x80190194', /404/, /server/],
    ['0x80072EE7', /12007/, /network/],
    ['0x80072F0D', /12045/, /certificate/],
    ['0x80072F8F', /12175/, /certificate/],
    ['0x801901F7', /503/, /server/],
  ])('%s', async ([code, says, who]) => {
    const lines = await firstLines(renderedXml([step(4, 0), failing(71, code)]));
    expect(lines).toMatch(/^Not enrolled: .*event 71/);
    expect(lines.toUpperCase()).toContain(code.toUpperCase());
    const [, cause = '', remedy = ''] = lines.split('\n');
    expect(cause).toMatch(says);
    expect(remedy).toMatch(who);
  });
});

describe('the first three lines say why, by the event', () => {
  const sessionOf = (...events: SampleEvent[]): SampleEvent[] => [...issued, step(72, 5), ...events];
  test.for<[name: string, events: readonly SampleEvent[], says: readonly RegExp[]]>([
    [
      'event 52 before the code of the end',
      [...asked, faulted('s:Authorization', 'No seat is left'), failing(71, '0x80180003')],
      [
        /^Not enrolled: the server refused the request for a certificate with the fault s:Authorization: "No seat is left" \(event 52, 0x80180003\)/,
        /administrator/,
      ],
    ],
    [
      'event 52 with the code of the ErrorType',
      [...asked, faulted('s:Receiver', 'Cap'), failing(71, '0x80180013')],
      [/event 52, 0x80180013/, /DEVICECAPREACHED/],
    ],
    [
      'event 69',
      [...asked, { ...step(69, 3), message: "MDM Enroll: fault, couldn't parse it." }, failing(71, '0x801901F4')],
      [/fault that Windows cannot read \(event 69\); the device shows 0x801901F4/, /Subcode/],
    ],
    [
      'event 17',
      [...issued, notConfigured('0x82AA0002'), failing(71, '0x80180023')],
      [/event 17, 0x82AA0002\); the device shows 0x80180023/, /exists already/],
    ],
    ['event 56', [...issued, failing(56, '0x80180020'), failing(71, '0x80180020')], [/event 56/, /DM ?Client/i]],
    [
      'event 15',
      [...issued, failing(15, '0x8009000B'), failing(71, '0x8018001E')],
      [/client certificate was not installed/, /0x8009000B/],
    ],
    ['event 11', [...asked, failing(11, '0x80190193', 3), failing(71, '0x80190193')], [/event 11, 0x80190193/, /403/]],
    ['event 7', [step(4, 0), failing(7, '0x80072EE2', 3), failing(71, '0x80072EE2')], [/event 7, 0x80072EE2/, /12002/]],
    [
      'event 12',
      [
        ...asked,
        {
          id: 12,
          values: { Message1: 'SHA1', Message2: 'RSA', HexInt1: '0x80090029' },
          message: 'MDM Enroll: Failed to generate cert request',
          after: 4,
        },
      ],
      [/event 12, 0x80090029/, /./],
    ],
    ['event 71 before any request', [failing(71, '0x80072F06')], [/before the device asked for policies/, /12038/]],
    ['event 55', [step(4, 0), failing(55, '0x80180018')], [/event 55, 0x80180018/, /LICENSE/]],
    ['event 76', [automatic('0x8018002B')], [/event 76, 0x8018002B/, /user scope|UPN|MDM/i]],
    [
      'event 76, whose cause the sign-in says',
      [
        {
          id: 1098,
          provider: signInProvider,
          values: { Message1: 'Error: 0xCAA2000C The request requires user interaction.' },
          message: 'Error: 0xCAA2000C The request requires user interaction. AADSTS50076',
          after: 28,
        },
        automatic('0x8018002A'),
      ],
      [/event 1098, 0xCAA2000C\); the device shows 0x8018002A/, /identity provider|administrator/],
    ],
    [
      'event 204',
      sessionOf(failing(204, '0x80072EFD', 60)),
      [/^Enrolled, but its management session failed: .*event 204, 0x80072EFD/, /12029/],
    ],
    [
      'event 209',
      sessionOf(failing(209, '0x80190194', 60)),
      [/^Enrolled, but its management session failed: .*event 209/, /404/],
    ],
    [
      'event 212',
      sessionOf({
        id: 212,
        values: { HexInt1: '0xCAA2000C', HexInt2: '0x80070490' },
        message: 'Failed to get AAD Token',
        after: 60,
      }),
      [/event 212, 0xCAA2000C/, /./],
    ],
    [
      'event 404',
      sessionOf(failing(404, '0x86000002', 60)),
      [/^The device got in, but refused a command: .*event 404, 0x86000002/, /./],
    ],
  ])('%s', async ([, events, [first, rest]]) => {
    const lines = await firstLines(wevtutilXml(events));
    expect(lines.split('\n')[0]).toMatch(first ?? /^$/);
    expect(lines).toMatch(rest ?? /^$/);
  });
});

test('a log of an enrollment that succeeded says so', async () => {
  const { out } = await explained(viewerXml([...issued, step(16, 5), step(58, 6), step(72, 7)]));
  expect(out).toMatch(/^The device got in: its enrollment succeeded/);
});

test('a log without an end says that it does not tell, and what would', async () => {
  expect(await firstLines(wevtutilXml(asked))).toMatch(/^The log does not tell: .*event 8.*\n.*export the log again/);
});

test('the last attempt decides, and the others are counted', async () => {
  const first = [step(4, 0), failing(71, '0x80180013')];
  const second = [step(4, 4000), failing(71, '0x80180018', 4010)];
  const { out } = await explained(renderedXml([...first, ...second]));
  expect(out).toMatch(/^Not enrolled: .*0x80180018/);
  expect(out).toMatch(/Beside it, 1 other attempt/);
});

test('personal data and tokens are not printed, in text or JSON', async () => {
  const tenant = '7a5c1f0e-2b9d-4c8e-9f11-0d2a4b6c8e10';
  const events: SampleEvent[] = [
    {
      id: 91,
      values: {
        Message1: 'https://mdm.contoso.example/EnrollmentServer/Discovery.svc?token=abcdef',
        Message2: tenant,
        Message3: 'ada@contoso.example',
      },
      message: `Enrollment Information: ada@contoso.example, tenant ${tenant}, S-1-12-1-1234567890-1234567890-1-2, eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2ln`,
      after: 0,
    },
    faulted(
      's:Authorization',
      'User ada@contoso.example of CONTOSO\\ada is not allowed; TraceId 11111111-2222-3333-4444-555555555555',
    ),
    failing(71, '0x80180003'),
  ];
  for (const options of [[], ['--json']]) {
    const { out } = await explained(renderedXml(events), 'log.xml', ...options);
    expect(out).toContain('TraceId 11111111-2222-3333-4444-555555555555');
    for (const secret of ['ada@', tenant, 'S-1-12-1', 'eyJ', 'abcdef', '\\ada', '\\\\ada'])
      expect(out).not.toContain(secret);
  }
});

test('--json prints one document', async () => {
  const { out, code } = await explained(
    renderedXml([...asked, failing(11, '0x80190193', 3), failing(71, '0x80190193')]),
    'log.xml',
    '--json',
  );
  expect(code).toBe(0);
  const document = JSON.parse(out) as Record<string, unknown>;
  expect(document).toMatchObject({
    outcome: 'refused',
    answer: { event: 11, code: '0x80190193', step: 'enrollment', who: ['server', 'network'] },
    files: [{ format: 'event XML', records: 5 }],
  });
  expect(document['events']).toHaveLength(5);
  expect((document['events'] as unknown[])[3]).toMatchObject({
    attempt: 0,
    id: 11,
    result: '0x80190193',
    time: '2026-01-15T09:30:03.000Z',
  });
});

test('the events of another provider with the same number say nothing', async () => {
  const other: SampleEvent = { ...failing(71, '0x80180018', 5), provider: 'Microsoft-Windows-Other' };
  expect(await firstLines(wevtutilXml([...asked, other]))).toMatch(/^The log does not tell/);
  expect(mdmProvider).not.toBe(other.provider);
});
