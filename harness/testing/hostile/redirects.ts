import type { Behaviour, Family, Holds } from './behaviour.ts';

/** The probe is led away to nowhere: the run ends, and says nothing of the server. */
const nowhere: Holds = { exit: 3 };
/** The address answers, or does not, like one that is no enrollment service. */
const elsewhere: Holds = { exit: 4 };

const to = (
  name: string,
  location: string | ((trap: string) => string),
  holds: Holds = nowhere,
  more: Partial<Behaviour> = {},
): Behaviour => ({
  name,
  attack: {
    by: 'bytes',
    reply: (trap) =>
      `HTTP/1.1 302 Found\r\nLocation: ${typeof location === 'string' ? location : location(trap)}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
  },
  holds,
  ...more,
});

/** The places to which a target sends a device. */
export const redirects: Family = {
  title: 'Redirects',
  subject: 'A target that redirects everything to',
  rows: [
    to('itself', '?'),
    to('a longer address each time', '?x=[1]'),
    to(
      'plain HTTP beside it',
      (trap) => `${trap}/steal`,
      { exit: 1, fails: ['transport/secure-redirect'] },
      { built: true },
    ),
    to('an address without a scheme', (trap) => trap.replace('http:', ''), elsewhere),
    to('an address with user information', (trap) => `https://user:${'p'.repeat(20)}@${trap.slice(7)}/`, elsewhere),
    to(
      'an address that shows another host before @',
      (trap) => `https://enroll.contoso.com@${trap.slice(7)}/`,
      elsewhere,
    ),
    to('a file', 'file:///etc/passwd'),
    to('a script', 'javascript:alert(1)'),
    to('data', 'data:text/html,<script>alert(1)</script>'),
    to('FTP', 'ftp://127.0.0.1/'),
    to('a host in open brackets', 'http://['),
    to('a port that does not exist', 'https://127.0.0.1:99999/'),
    to('an address with bad percent encoding', '/a%zz%', elsewhere),
    to('an address with NUL and control characters', '/a\0\x1b[31mb', elsewhere),
    to('an address of 50 KB', `/${'a'.repeat(50_000)}`, elsewhere),
    to('nowhere, with an empty Location', ''),
    to('two places at once', (trap) => `/a\r\nLocation: ${trap}/b`, elsewhere),
    to('an address with a backslash', (trap) => `\\\\${trap.slice(7)}\\x`, elsewhere),
  ],
};
