import { expect, test } from 'vitest';
import { call } from '../testing/io.ts';
import { createWorkspace } from '../testing/workspace.ts';

const user = ['--username', 'user@contoso.com', '--server', 'https://mdm.contoso.com/EnrollmentServer/Discovery.svc'];

test('the link is printed alone, and explain finds nothing wrong with it', async () => {
  const { code, out, err } = await call([
    'link',
    ...user,
    ...[
      '--ownership',
      '2',
      '--device-identifier',
      '7e3a9a52-0c60-4bd2-b5a3-1d0f8e6b2c41',
      '--tenant-identifier',
      'a&b',
    ],
  ]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toBe(
    'ms-device-enrollment:?mode=mdm&username=user%40contoso.com' +
      '&servername=https%3A%2F%2Fmdm.contoso.com%2FEnrollmentServer%2FDiscovery.svc' +
      '&deviceidentifier=7e3a9a52-0c60-4bd2-b5a3-1d0f8e6b2c41&tenantidentifier=a%26b&ownership=2\n',
  );
  expect((await call(['explain', out.trim()])).out).toContain('nothing that shows in the link');
});

test('--html prints an element, with the usual text or another', async () => {
  expect((await call(['link', '--mode', 'aadj', '--html'])).out).toBe(
    '<a href="ms-device-enrollment:?mode=aadj">Connect to work</a>\n',
  );
  expect((await call(['link', '--username', 'u@x.example', '--html', 'A & B'])).out).toBe(
    '<a href="ms-device-enrollment:?mode=mdm&amp;username=u%40x.example">A &amp; B</a>\n',
  );
});

test('an access token comes from a file, and standard error says that the link holds it', async () => {
  await using workspace = await createWorkspace();
  const file = await workspace.write('token', 'hush/hush\n');
  const { code, out, err } = await call(['link', '--access-token-file', file]);
  expect({ code, out }).toEqual({ code: 0, out: 'ms-device-enrollment:?mode=mdm&accesstoken=hush%2Fhush\n' });
  expect(err).toMatch(/the link holds the access token/);
  expect(err).not.toContain('hush');
});

test.for([
  [['--mode', 'mam'], /--mode.*mdm, awa, aadj/],
  [['--ownership', '4'], /--ownership.*1, 2, 3/],
  [['--username', 'user'], /--username: username "user" is not allowed; allowed is an e-mail address/],
  [['--server', 'http://mdm.contoso.com'], /--server: .*allowed is a URL with https:/],
  [['--device-identifier', 'PC-17'], /--device-identifier: .*allowed is a GUID/],
  [['--tenant-identifier', ''], /--tenant-identifier: .*not empty/],
  [['--access-token-file', 'no-such-file'], /--access-token-file: cannot read the file \(ENOENT\)/],
] as const)('%j is refused with what is allowed', async ([args, message]) => {
  const { code, out, err } = await call(['link', ...args]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(message);
});

test('a token that no link can carry is refused without its text', async () => {
  await using workspace = await createWorkspace();
  for (const text of ['', 'hush\thush', '  ']) {
    const file = await workspace.write('token', text);
    const { code, out, err } = await call(['link', '--access-token-file', file]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('--access-token-file');
    expect(err).not.toContain('hush');
  }
});

test('run takes the link that is printed as its target', async () => {
  const { out: printed } = await call(['link', ...user]);
  const { code, out, err } = await call(['run', printed.trim(), '--plan']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('https://mdm.contoso.com/EnrollmentServer/Discovery.svc');
});
