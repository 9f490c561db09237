import type { Header, HttpResponse } from '../../wire/exchange/exchange.ts';
import { httpResponse } from '../../reference-server/mount/reply.ts';
import { htmlPage, inPlace, page } from './in-place.ts';
import type { Asked } from './in-place.ts';
import { enrolling } from './plans.ts';
import type { VendorServer } from './vendor-server.ts';

type Told = Pick<VendorServer, 'name' | 'verdict' | 'fails' | 'advice' | 'open' | 'first'>;

/** What answers in the place of the server, to these messages or to everything. */
const standing = (said: HttpResponse | 'close', to: readonly Asked[] | 'everything', told: Told): VendorServer => ({
  ...told,
  run: {
    scenarios: enrolling,
    between: inPlace((_, asked) => (to === 'everything' || to.includes(asked) ? said : undefined)),
  },
});

const retryAfter = (seconds: number): Header => ['Retry-After', String(seconds)];
const json = (status: number, error: string): HttpResponse =>
  page(status, 'application/json; charset=utf-8', JSON.stringify({ statusCode: status, error }));
const bare = (status: number, ...headers: readonly Header[]): HttpResponse =>
  httpResponse(status, headers, new Uint8Array());
const afterDiscovery: readonly Asked[] = ['get-policies', 'issue', 'renew'];
const services: readonly Asked[] = ['discover', ...afterDiscovery];

/** Proxies, firewalls, gateways and web frameworks that answer in the place of a server. */
export const gateways: readonly VendorServer[] = [
  standing(htmlPage(401, '401 Unauthorized', ['WWW-Authenticate', 'Basic realm="Gateway"']), ['issue'], {
    name: 'stands behind a gateway that wants a login at the enrollment service',
    verdict: 'nonconformant',
    fails: ['enrollment/answer'],
    advice: [],
    open: ['enrollment/token-type', 'provisioning/document', 'provisioning/thumbprint'],
    first: [/exchange \d+/i, /HTTP 401/, /0x80190191/],
  }),
  standing(htmlPage(403, 'Request blocked'), ['get-policies'], {
    name: 'stands behind a firewall that blocks GetPolicies',
    verdict: 'nonconformant',
    fails: ['policy/answer'],
    advice: [],
    open: ['policy/schema'],
    first: [/exchange \d+/i, /HTTP 403/, /0x80190193/],
  }),
  standing(json(404, 'Not Found'), 'everything', {
    name: 'is not at this address: 404 in JSON',
    verdict: 'incomplete',
    fails: ['discovery/answer'],
    advice: ['discovery/probe-answer'],
    open: ['discovery/result', 'policy/schema', 'enrollment/token-type', 'provisioning/document'],
    first: [/exchange \d+/i, /HTTP 404/, /0x80190194/],
  }),
  standing(htmlPage(404, '404 Not Found'), 'everything', {
    name: 'is not at this address: 404 in HTML',
    verdict: 'incomplete',
    fails: ['discovery/answer'],
    advice: ['discovery/probe-answer'],
    open: ['discovery/result', 'policy/schema', 'enrollment/token-type', 'provisioning/document'],
    first: [/exchange \d+/i, /HTTP 404/, /0x80190194/],
  }),
  standing(htmlPage(200, 'Console'), 'everything', {
    name: 'is a single-page application that answers everything',
    verdict: 'incomplete',
    fails: ['discovery/answer'],
    advice: ['discovery/probe-content'],
    open: ['discovery/result', 'policy/schema', 'enrollment/token-type', 'provisioning/document'],
    first: [/exchange \d+/i, /HTTP 200/, /0x801900C8/i],
  }),
  standing(bare(405, ['Allow', 'GET, HEAD']), services, {
    name: 'allows no POST',
    verdict: 'nonconformant',
    fails: ['discovery/answer'],
    advice: [],
    open: ['discovery/result', 'policy/schema', 'enrollment/token-type', 'provisioning/document'],
    first: [/exchange \d+/i, /HTTP 405/, /0x80190195/],
  }),
  standing(
    htmlPage(407, 'Proxy Authentication Required', ['Proxy-Authenticate', 'Basic realm="Proxy"']),
    'everything',
    {
      name: 'is behind a proxy that wants a login',
      verdict: 'nonconformant',
      fails: ['discovery/answer'],
      advice: ['discovery/probe-answer'],
      open: ['discovery/result', 'policy/schema', 'enrollment/token-type', 'provisioning/document'],
      first: [/exchange \d+/i, /HTTP 407/, /0x80190197/],
    },
  ),
  standing(htmlPage(413, '413 Request Entity Too Large'), ['issue'], {
    name: 'stands behind a gateway to which the certificate request is too large',
    verdict: 'nonconformant',
    fails: ['enrollment/answer'],
    advice: [],
    open: ['enrollment/token-type', 'provisioning/document', 'provisioning/thumbprint'],
    first: [/exchange \d+/i, /HTTP 413/, /0x8019019D/i],
  }),
  standing(bare(429, retryAfter(120)), afterDiscovery, {
    name: 'limits the rate of everything after discovery',
    verdict: 'incomplete',
    fails: [],
    advice: [],
    open: ['policy/schema', 'enrollment/token-type', 'provisioning/document', 'provisioning/thumbprint'],
    first: [/exchange \d+/i, /HTTP 429/, /rate/],
  }),
  standing(bare(503), 'everything', {
    name: 'is not available',
    verdict: 'incomplete',
    fails: ['discovery/answer'],
    advice: ['discovery/probe-answer'],
    open: ['discovery/result', 'policy/schema', 'enrollment/token-type', 'provisioning/document'],
    first: [/exchange \d+/i, /HTTP 503/, /0x801901F7/i],
  }),
  standing(bare(503, retryAfter(120)), 'everything', {
    name: 'is not available for two minutes',
    verdict: 'incomplete',
    fails: ['discovery/answer'],
    advice: ['discovery/probe-answer'],
    open: ['discovery/result', 'policy/schema', 'enrollment/token-type', 'provisioning/document'],
    first: [/exchange \d+/i, /HTTP 503/, /0x801901F7/i],
  }),
  standing(bare(500), ['issue'], {
    name: 'breaks at the enrollment service without a word',
    verdict: 'nonconformant',
    fails: ['enrollment/answer'],
    advice: [],
    open: ['enrollment/token-type', 'provisioning/document', 'provisioning/thumbprint'],
    first: [/exchange \d+/i, /HTTP 500/, /0x801901F4/i],
  }),
  standing(htmlPage(502, '502 Bad Gateway'), ['issue'], {
    name: 'stands behind a gateway that does not reach the enrollment service',
    verdict: 'nonconformant',
    fails: ['enrollment/answer'],
    advice: [],
    open: ['enrollment/token-type', 'provisioning/document', 'provisioning/thumbprint'],
    first: [/exchange \d+/i, /HTTP 502/, /0x801901F6/i],
  }),
  standing('close', ['issue'], {
    name: 'closes the connection at the enrollment service',
    verdict: 'nonconformant',
    fails: ['enrollment/answer'],
    advice: [],
    open: [
      'enrollment/token-type',
      'provisioning/document',
      'provisioning/thumbprint',
      'transport/enrollment-unchunked',
    ],
    first: [/exchange \d+/i, /closed the connection/, /0x80180010/],
  }),
  standing(bare(200), ['issue'], {
    name: 'answers the enrollment with an empty body',
    verdict: 'nonconformant',
    fails: ['enrollment/answer'],
    advice: [],
    open: ['enrollment/token-type', 'provisioning/document', 'provisioning/thumbprint'],
    first: [/exchange \d+/i, /HTTP 200 with an empty body/, /0x80180029/],
  }),
];
