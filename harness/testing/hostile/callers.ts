import type { Behaviour, Family } from './behaviour.ts';

const counted = { says: '1 fetch' };
const row = (name: string, bytes: string): Behaviour => ({ name, attack: { by: 'caller', bytes }, holds: counted });

/** Whoever reaches the port at which a run counts what a target fetches. */
export const callers: Family = {
  title: 'Callers',
  subject: 'Somebody who sends to the listener of a run',
  rows: [
    row('nothing', ''),
    row('random bytes', '\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03'),
    row('a method that is none', 'TRAP /given HTTP/1.1\r\nHost: a\r\n\r\n'),
    row('a head of 100 KB', `GET /given HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`),
    row('another path with NUL', 'GET /\0given HTTP/1.1\r\nHost: a\r\n\r\n'),
    row('a path that climbs', 'GET /../../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n'),
    row('__proto__', 'GET /__proto__ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'),
    row('the path //', 'GET // HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'),
    row('the address of another host that is none', 'GET http://[ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'),
  ],
};
