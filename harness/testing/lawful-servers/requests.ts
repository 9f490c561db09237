import { header } from '../../engine/rule/departures.ts';
import type { Answering } from '../../engine/rule/counterexample.ts';
import type { LawfulServer } from './lawful-server.ts';

const all: readonly Answering[] = ['discover', 'get-policies', 'issue', 'renew'];

/** Reads over a document type and over the entities that it declares. */
export const withoutDoctype = (message: string): string =>
  message.replace(/<!DOCTYPE[^[>]*(?:\[.*?\]\s*)?>/s, '').replaceAll(/&(?:one|two|three|four);/g, '');

/** Closes what a message leaves open. */
export function mended(message: string): string {
  const whole = message.replace(/<[^>]*$/, '');
  const open: string[] = [];
  for (const [, slash = '', name = '', end = ''] of whole.matchAll(/<(\/?)([\w:.-]+)[^>]*?(\/?)>/g)) {
    if (slash !== '') open.pop();
    else if (end === '') open.push(name);
  }
  return (
    whole +
    open
      .toReversed()
      .map((name) => `</${name}>`)
      .join('')
  );
}

/** Finds the services of another path at that of the reference server. */
export const pathed =
  (path: string): NonNullable<LawfulServer['route']> =>
  ({ url }) =>
    url.replace(path, '/EnrollmentServer/Discovery.svc');

const anyPath =
  'MS-MDE2 3.1 names the path for a host that is found by the mail domain; whoever is given an address, as by a deep link, goes there';

/** Servers that read requests in other ways, or at other places. */
export const requestServers: readonly LawfulServer[] = [
  {
    name: 'ignores document types',
    because:
      'SOAP 1.2 Part 1 section 5 forbids the sender a document type; no source says what a receiver does with one',
    reads: withoutDoctype,
  },
  {
    name: 'mends truncated messages',
    because:
      'no document of the protocol says that a service refuses what it can mend; XML 1.0 1.2 binds its reader only',
    reads: (message) => (message.startsWith('<') ? mended(message) : message),
    advice: { 'envelope/malformed-message': 'whoever mends a message may read another one than was sent (SHOULD)' },
    unjudged: { 'envelope/malformed-message-subcode': 'there is no refusal' },
  },
  {
    name: 'has discovery at /api/mdm/discover',
    because: anyPath,
    path: '/api/mdm/discover',
    route: pathed('/api/mdm/discover'),
  },
  {
    name: 'has discovery at the root, behind a slash',
    because: anyPath,
    path: '/',
    route: ({ url }) => url.replace(/^(https:\/\/[^/]*\/)(?=$|\?)/, '$1EnrollmentServer/Discovery.svc'),
  },
  {
    name: 'knows no device before 4.0',
    because: 'MS-MDE2 2.2.9.1: DeviceNotSupported is for a version of the device that the server does not support',
    departures: [
      {
        on: 'discover',
        matching: '<(?:\\w+:)?RequestVersion>\\s*0*[123](?:\\.\\d*)?\\s*<',
        answer: { as: 'fault', subcode: 'MessageFormat', errorType: 'DeviceNotSupported' },
      },
    ],
  },
  {
    name: 'keeps its connections open',
    because: 'RFC 9112 section 9.3: a connection of HTTP/1.1 persists unless one side closes it',
    departures: all.flatMap((on) => [
      header(on, 'Connection', 'keep-alive'),
      header(on, 'Keep-Alive', 'timeout=5, max=100'),
    ]),
  },
];
