import { set } from '../../engine/rule/departures.ts';
import { httpResponse } from '../../reference-server/mount/reply.ts';
import type { HttpResponse } from '../../wire/exchange/exchange.ts';
import { inPlace } from './in-place.ts';
import { enrolling } from './plans.ts';
import type { VendorServer } from './vendor-server.ts';

const host = 'https://enterpriseenrollment.contoso.example';
const to = (status: number, address: string): HttpResponse =>
  httpResponse(status, [['Location', address]], new Uint8Array());

/** Servers that send a device on to another address, which no document lets a device follow with a POST. */
export const redirects: readonly VendorServer[] = [
  {
    name: 'stands behind a portal that sends everybody to sign in',
    run: { scenarios: enrolling, between: inPlace(() => to(302, 'https://login.example/')) },
    verdict: 'incomplete',
    fails: [],
    advice: [],
    open: ['discovery/result', 'policy/schema', 'enrollment/token-type', 'provisioning/document'],
    first: [/exchange \d+/i, /HTTP 302/, /login\.example/],
  },
  {
    // The router of Go's net/http cleans a path and redirects to it.
    name: 'names an address with two slashes and redirects it',
    run: {
      scenarios: enrolling,
      departures: [set('discover', '//d:EnrollmentServiceUrl', `${host}//EnrollmentServer/Enrollment.svc`)],
      between: inPlace(({ url }) => (url.startsWith(`${host}//`) ? to(308, url.replace('//E', '/E')) : undefined)),
    },
    verdict: 'nonconformant',
    fails: ['enrollment/answer'],
    advice: [],
    open: ['enrollment/token-type', 'provisioning/document', 'provisioning/thumbprint'],
    first: [/exchange \d+/i, /HTTP 308/],
  },
  {
    // TLS ends at a proxy, and the application behind it takes every request for plain HTTP.
    name: 'redirects each message to the address that it has',
    run: {
      scenarios: enrolling,
      between: inPlace(({ method, url }) => (method === 'POST' ? to(301, url) : undefined)),
    },
    verdict: 'nonconformant',
    fails: ['discovery/answer'],
    advice: [],
    open: ['discovery/result', 'policy/schema', 'enrollment/token-type', 'provisioning/document'],
    first: [/exchange \d+/i, /HTTP 301/],
  },
  {
    name: 'redirects GetPolicies to another host',
    run: {
      scenarios: enrolling,
      between: inPlace((_, asked) =>
        asked === 'get-policies' ? to(302, 'https://mdm.contoso.example/EnrollmentServer/Policy.svc') : undefined,
      ),
    },
    verdict: 'nonconformant',
    fails: ['policy/answer'],
    advice: [],
    open: ['policy/schema'],
    first: [/exchange \d+/i, /HTTP 302/, /mdm\.contoso\.example/],
  },
];
