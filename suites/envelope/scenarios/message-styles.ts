import type { MessageOptions } from '../../../harness/device/client/steps.ts';
import { pathFamily } from '../../../harness/device/run/family.ts';
import type { Variation } from '../../../harness/device/run/family.ts';

/** Each prefix differs from the usual one, so that no text search finds an element. */
const otherPrefixes = { s: 'soap', a: 'wsa', u: 'wsu', wsse: 'sec', wst: 't', ac: 'auth', '': 'm' };

const prefixes: readonly Variation<MessageOptions>[] = [
  { family: 'prefixes', variant: 'other prefixes', style: { prefixes: otherPrefixes } },
  { family: 'prefixes', variant: 'prefixes of the renewal sample', style: { prefixes: { wsse: 'o', wst: '' } } },
  { family: 'prefixes', variant: 'a prefix for each body', style: { prefixes: { '': 'body', s: 'env' } } },
];

const paddable = ['a:Action', 'a:To', 'a:Address', 'wst:TokenType', 'wst:RequestType', 'wsse:BinarySecurityToken'];

const to = '/s:Envelope/s:Header/a:To';

const addresses: readonly Variation<MessageOptions>[] = [
  { family: 'to-addresses', variant: 'To in upper case', style: { upperCase: ['a:To'] } },
  { family: 'to-addresses', variant: 'To with the default port', style: { portInTo: true } },
  {
    family: 'to-addresses',
    variant: 'To with another host',
    edits: [{ xml: { op: 'set', at: to, to: 'https://other-host.example/EnrollmentServer/Other.svc' } }],
  },
];

const userAgents: readonly Variation<MessageOptions>[] = [
  {
    family: 'user-agents',
    variant: 'User-Agent of the published samples',
    edits: [{ header: 'User-Agent', to: 'Windows Enrollment Client' }],
  },
  { family: 'user-agents', variant: 'an empty User-Agent', edits: [{ header: 'User-Agent', to: '' }] },
  { family: 'user-agents', variant: 'no User-Agent', edits: [{ header: 'User-Agent' }] },
];

/** The same message in other forms that XML, SOAP and HTTP allow. */
export const messageStyles = pathFamily({
  id: 'message-styles',
  title: 'Each message is sent with other prefixes, padding, comments, addresses and header fields',
  variations: [
    ...prefixes,
    { family: 'padding', variant: 'padded texts', style: { padded: paddable } },
    { family: 'comments', variant: 'comments in the body', style: { comment: 'mde-conformance' } },
    { family: 'xml-declarations', variant: 'an XML declaration', style: { declaration: true } },
    ...addresses,
    {
      family: 'content-types',
      variant: 'Content-Type without charset',
      edits: [{ header: 'Content-Type', to: 'application/soap+xml' }],
    },
    ...userAgents,
  ],
});
