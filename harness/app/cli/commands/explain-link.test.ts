import { describe, expect, test } from 'vitest';
import { call } from '../testing/io.ts';

const link =
  'ms-device-enrollment:?mode=mdm&username=user%40contoso.com' +
  '&servername=https%3A%2F%2Fmdm.contoso.com%2FEnrollmentServer%2FDiscovery.svc';

test('a right link: what each parameter says, what a device does, and that nothing is wrong', async () => {
  const { code, out, err } = await call(['explain', link]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out.split('\n')).toEqual([
    'A deep link that enrolls the device in device management only (Windows 10 1607 or later)',
    '  mode             mdm',
    '                   what the enrollment app does; since Windows 10 1607 (Microsoft Learn: MDM enrollment of Windows devices)',
    '  username         user@contoso.com',
    '                   the user who enrolls; since Windows 10 1703 (Microsoft Learn: MDM enrollment of Windows devices)',
    '  servername       https://mdm.contoso.com/EnrollmentServer/Discovery.svc',
    '                   the server at which the device enrolls; since Windows 10 1703 (Microsoft Learn: MDM enrollment of Windows devices)',
    '  A device         Windows 10 1607 or later starts its enrollment app, if Edge or Internet Explorer opens the link (Microsoft Learn: MDM enrollment of Windows devices).',
    '                   The user is "user@contoso.com"; whether the app asks once more is not known (Microsoft Learn: MDM enrollment of Windows devices).',
    '                   The device enrolls at https://mdm.contoso.com/EnrollmentServer/Discovery.svc (Microsoft Learn: MDM enrollment of Windows devices).',
    '                   The answer to Discover decides how the user signs in: OnPremise asks for a password, Federated opens a window (Microsoft Learn: MDM enrollment of Windows devices).',
    '  Wrong            nothing that shows in the link',
    '',
  ]);
});

describe('what a device does', () => {
  test.for([
    [
      'ms-device-enrollment:?mode=mdm',
      /The user types an e-mail address .*\n.*EnterpriseEnrollment\.<domain>\/[^]*Note: put a link with "&" in quotes/,
    ],
    [
      'ms-device-enrollment:?mode=mdm&username=u%40x.example',
      /https:\/\/EnterpriseEnrollment\.x\.example\/EnrollmentServer\/Discovery\.svc.*\(MS-MDE2, section 3\.1\)/,
    ],
    ['ms-device-enrollment:?mode=mdm&servername=https://h.example', /which path it asks there is not known/],
    ['ms-device-enrollment:?mode=mdm&servername=h.example', /not known where a device enrolls/],
    [
      'ms-device-enrollment:?mode=mdm&ownership=1&tenantidentifier=t',
      /How ownership, tenantidentifier reach the server is not known\./,
    ],
    [
      'ms-device-enrollment:?mode=aadj&username=u%40x.example',
      /^A deep link that joins .*1709[^]*What it does with the other parameters in this mode is not known/,
    ],
    [
      'ms-device-enrollment:?username=u',
      /^A deep link that has no right mode\n[^]*not known what a device does[^]*Wrong +The link has no mode\. What a device does is not known\.\n +Begin the query/,
    ],
    [
      'ms-device-enrollment:?mode=mdm&servername=https://h.example/?a=1&b=2',
      /Wrong +A raw "&" cuts.* A device: the document separates parameters by "&"/,
    ],
  ] as const)('with %s', async ([text, expected]) => {
    const { code, out } = await call(['explain', text]);
    expect(code).toBe(0);
    expect(out).toMatch(expected);
  });
});

test.for([
  'ms-device-enrollment:?mode=mdm&accesstoken=hush',
  'ms-device-enrollment:?mode=mdm&accesstoken=a&hush=hush',
  'ms-device-enrollment:?mode=mdm&accesstoken=a#hush',
  'ms-device-enrollment:?mode=mdm&tenantidentifier=accesstoken%3Dhush',
  'ms-device-enrollment:?mode=mdm&servername=https://h.example/?t=hush',
  'ms-device-enrollment:?mode=mdm&username=u%40x?token=hush',
  'ms-device-enrolment:?mode=mdm&accesstoken=hush',
  'https://h.example/?accesstoken=hush',
])('the token of %s is never printed', async (text) => {
  for (const options of [[], ['--json']]) {
    const { out, err } = await call(['explain', text, ...options]);
    expect(out + err).not.toContain('hush');
    expect(out + err).not.toBe('');
  }
});

test('--json gives the parameters, the steps and the defects', async () => {
  const { code, out } = await call(['explain', `${link}&ownership=7&accesstoken=hush`, '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    term: 'ms-device-enrollment:',
    link: {
      mode: 'mdm',
      parameters: [
        { name: 'mode', value: 'mdm', since: 'Windows 10 1607', readBy: 'windows' },
        { name: 'username' },
        { name: 'servername' },
        { name: 'ownership', value: '7' },
        { name: 'accesstoken', secret: true, readBy: 'server' },
      ],
      defects: [
        { kind: 'wrong-ownership', parameter: 'ownership', effect: { known: false } },
        { kind: 'shown-secret', parameter: 'accesstoken' },
      ],
    },
  });
});

test('a scheme that is mistyped is unknown, with the right one', async () => {
  const { code, out, err } = await call(['explain', 'ms-device-enrolment:?mode=mdm']);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(/a link with "ms-device-enrolment:" is unknown; did you mean "ms-device-enrollment:"\?/);
});

test('no text of a link steers a terminal', async () => {
  const { out } = await call(['explain', 'ms-device-enrollment:?mode=mdm&tenantidentifier=%1B%5B31m%0AWrong%E2%80%AE']);
  expect(out).not.toMatch(/[\u001B\u202E]|\nWrong/);
  expect(out).toContain('[U+001B]');
});
