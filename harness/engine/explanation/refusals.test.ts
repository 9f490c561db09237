import { describe, expect, test } from 'vitest';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { modernEnrollment } from '../../../suites/enrollment/scenarios/modern-enrollment.ts';
import { wrongPassword } from '../../../suites/faults/scenarios/wrong-password.ts';
import { httpResponse } from '../../reference-server/mount/reply.ts';
import { referenceSession } from '../../testing/reference-run.ts';
import type { ReferenceRun } from '../../testing/reference-run.ts';
import { htmlPage, inPlace, page } from '../../testing/vendors/in-place.ts';
import type { Asked } from '../../testing/vendors/in-place.ts';
import type { Header, HttpResponse } from '../../wire/exchange/exchange.ts';
import { namespaces } from '../../protocol/xml/namespaces.ts';
import { openDossier } from '../evidence/dossier.ts';
import { answer, behaves, replace } from '../rule/departures.ts';
import { nobody } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import { refusalsIn } from './refusals.ts';

async function refusals(run: ReferenceRun): Promise<readonly Refusal[]> {
  using dossier = openDossier(await referenceSession({ scenarios: [windowsEnrollment], ...run }));
  return refusalsIn(dossier);
}

/** A run in which something answers these messages in place of the server. */
function instead(asked: Asked, said: HttpResponse | 'close'): ReferenceRun {
  return { between: inPlace((_, what) => (what === asked ? said : undefined)) };
}

const bare = (status: number, ...headers: readonly Header[]): HttpResponse =>
  httpResponse(status, headers, new Uint8Array());
const to = (location: string): HttpResponse => bare(302, ['Location', location]);
const fault = (subcode: string, errorType?: string): ReferenceRun => ({
  departures: [answer('issue', { as: 'fault', subcode, ...(errorType === undefined ? {} : { errorType }) })],
});
const service = 'The enrollment service';
const gateway = 'A gateway or web server';
const origin = 'https://enterpriseenrollment.contoso.example';
const elsewhere = ['server', /^Route this address, where devices ask first, to the discovery service/] as const;

interface Told extends Partial<Refusal> {
  readonly says?: readonly [actor: string, remedy: RegExp];
}

const table: Readonly<Record<string, readonly [ReferenceRun, Told]>> = {
  'a page with 401': [
    instead('issue', htmlPage(401, 'Sign in')),
    {
      service: gateway,
      came: 'HTTP 401 with an HTML page, title "Sign in"',
      notes: ['the service itself did not answer'],
      code: '0x80190191',
      says: ['server', /without that sign-in/],
    },
  ],
  '403 without a page': [
    instead('issue', bare(403)),
    { service, notes: ['a gateway or web server may have answered in its place'], code: '0x80190193' },
  ],
  '405, which no service of SOAP says': [
    instead('issue', bare(405)),
    { service: gateway, notes: ['the service itself did not answer'] },
  ],
  '429 with Retry-After': [
    instead('issue', bare(429, ['Retry-After', '120'])),
    {
      notes: ['a gateway or web server may have answered in its place', 'Retry-After: 120'],
      code: '0x80180033',
      says: ['server', /^Raise the limit/],
    },
  ],
  '503 with Retry-After': [
    instead('issue', bare(503, ['Retry-After', '120'])),
    { code: '0x801901F7', says: ['server', /^Bring the service back/] },
  ],
  '503 without': [instead('issue', bare(503)), { says: ['server', /send Retry-After/] }],
  'a bare 500': [instead('issue', bare(500)), { service, notes: [], says: ['server', /^Read the log/] }],
  'an empty success': [instead('issue', bare(200)), { code: '0x80180029', says: ['server', /^Send the message/] }],
  'a closed connection': [
    instead('issue', 'close'),
    { service, code: '0x80180010', says: ['server', /what ended the connection/] },
  ],
  '404 in JSON to Discover, at the usual address': [
    instead('discover', page(404, 'application/json', '{"error":"Not Found"}')),
    { service: nobody, request: 'Discover', says: elsewhere },
  ],
  'a page to Discover, at another address': [
    { ...instead('discover', htmlPage(200, 'Console')), path: '/mdm/Discovery.svc' },
    { service: nobody, says: ['user', /^Give the address of the discovery service/] },
  ],
  'a redirect of Discover to a portal': [
    instead('discover', to('https://login.example/')),
    { service: nobody, notes: ['that is another host'], says: elsewhere },
  ],
  'a redirect to another host': [
    instead('get-policies', to('https://mdm.example/EnrollmentServer/Policy.svc')),
    { service: 'The policy service', notes: ['that is another host'], says: ['server', /^Answer a POST where it is/] },
  ],
  'a redirect to plain HTTP': [
    instead('get-policies', to('http://enterpriseenrollment.contoso.example/EnrollmentServer/Policy.svc')),
    { notes: ['the scheme changes from https to http'] },
  ],
  'a redirect to where it came from': [
    instead('get-policies', to(`${origin}/EnrollmentServer/Policy.svc`)),
    { notes: ['that is the address that was asked'], says: ['server', /tell the application .* over https/] },
  ],
  'a redirect to a slash at the end': [
    instead('get-policies', to(`${origin}/EnrollmentServer/Policy.svc/`)),
    { notes: ['only the slash at the end differs'] },
  ],
  'a redirect to lower case': [
    instead('get-policies', to(`${origin}/enrollmentserver/policy.svc`)),
    { notes: ['only the letter case differs'] },
  ],
  'a redirect to another path': [instead('get-policies', to('/Policies')), { notes: [] }],
  'a redirect to what is no URL': [instead('get-policies', to('https://[')), { notes: ['its Location is no URL'] }],
  'a redirect to nowhere': [instead('get-policies', bare(302)), { notes: ['there is no Location'] }],
  'a namespace of another message': [
    { departures: [replace('discover', `xmlns="${namespaces.d}"`, `xmlns="${namespaces.wstep}"`)] },
    {
      says: [
        'server',
        /^Write DiscoverResponse in the namespace http:\/\/schemas\.microsoft\.com\/windows\/management/,
      ],
    },
  ],
  'a fault with the word of the server': [
    fault('Authorization', 'DeviceCapReached'),
    {
      came: 'HTTP 500 with a fault (DeviceCapReached)',
      subcode: 'Authorization',
      errorType: 'DeviceCapReached',
      text: 'The server refuses with DeviceCapReached.',
      traceId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      code: '0x80180013',
      says: ['user', /^Unenroll another device/],
    },
  ],
  'a fault about renewals': [
    fault('Authorization', 'NotEligibleToRenew'),
    { says: ['server', /^Keep NotEligibleToRenew for renewals/] },
  ],
  'a fault about enrollment data': [
    fault('MessageFormat', 'InvalidEnrollmentData'),
    { says: ['server', /^Look in the server's log for what is wrong with the data/] },
  ],
  'an internal fault of another service than discovery': [
    fault('InternalServiceFault'),
    { says: ['server', /^Look in the server's log for this request/] },
  ],
};

describe('a valid request that gets', () => {
  test.each(Object.entries(table))('%s', async (_, [run, { says, ...told }]) => {
    const [first] = await refusals(run);
    expect(first).toMatchObject(told);
    if (says) expect([first?.actor, first?.remedy]).toEqual([says[0], expect.stringMatching(says[1])]);
  });
});

test('a server that answers has refused nothing, and a wrong password is no valid request', async () => {
  expect(await refusals({ scenarios: [windowsEnrollment, wrongPassword] })).toEqual([]);
});

test('refusals that are alike stand together, also the ordinary requests beside variants', async () => {
  const scenarios = [windowsEnrollment, modernEnrollment, wrongPassword];
  using dossier = openDossier(await referenceSession({ scenarios, ...instead('get-policies', bare(500)) }));
  const valid = dossier.evidence.filter(({ kind, facts }) => kind === 'get-policies' && facts.deviations.length === 0);
  expect(refusalsIn(dossier).map(({ exchanges }) => exchanges)).toEqual([valid.map(({ exchange }) => exchange.index)]);
  expect(valid.length).toBeGreaterThan(2);
});

test('it names another request of its kind that was answered', async () => {
  const scenarios = [windowsEnrollment, modernEnrollment];
  const [first] = await refusals({ scenarios, departures: [behaves({ refusesWindowsCsr: true })] });
  expect(first).toMatchObject({ exchange: 3, answeredIn: 6 });
});
