import { addHeader, header, status } from '../../engine/rule/departures.ts';
import type { Answering, Departure } from '../../engine/rule/counterexample.ts';
import { httpResponse } from '../../reference-server/mount/reply.ts';
import { varyBody, varyHeaders } from '../varied-run.ts';
import type { LawfulServer } from './lawful-server.ts';

const all: readonly Answering[] = ['discover', 'get-policies', 'issue'];
const each = (departure: (on: Answering) => Departure): readonly Departure[] => all.map(departure);
const contentType = (value: string): LawfulServer => ({
  name: `sends the Content-Type ${value}`,
  departures: [
    ...each((on) => header(on, 'Content-Type', value)),
    ...['get-policies fault', 'issue fault'].map((on) => header(on as Answering, 'Content-Type', value)),
  ],
});
const probe = (code: number, ...fields: readonly (readonly [string, string])[]): readonly Departure[] => [
  status('probe', code),
  ...fields.map(([name, value]) => header('probe', name, value)),
];

/** Sends every probe elsewhere that has not come from there. */
function redirecting(name: string, code: number, to: string, page = ''): LawfulServer {
  return {
    name,
    route: ({ url }) => url.replace('Find.aspx', 'Discovery.svc'),
    vary: (response, { kind, request }) =>
      kind !== 'probe' || request.url === to ? response : httpResponse(code, [['location', to]], Buffer.from(page)),
  };
}

/** Servers whose HTTP is another. */
export const transportServers: readonly LawfulServer[] = [
  contentType('application/soap+xml'),
  contentType('application/soap+xml;charset=UTF-8'),
  contentType('application/soap+xml; charset="utf-8"'),
  contentType('Application/SOAP+XML ; Charset=Utf-8'),
  contentType('application/soap+xml; charset=utf-8; action="http://example.com/a;b"'),
  contentType('application/soap+xml; action="http://example.com/charset=x"'),
  {
    name: 'writes header names in lower case',
    vary: varyHeaders((headers) => headers.map(([name, value]) => [name.toLowerCase(), value])),
  },
  {
    name: 'writes header names in upper case',
    vary: varyHeaders((headers) => headers.map(([name, value]) => [name.toUpperCase(), value])),
  },
  { name: 'sends no Date', vary: varyHeaders((headers) => headers.filter(([name]) => name !== 'Date')) },
  { name: 'names its product without version', departures: each((on) => addHeader(on, 'Server', 'nginx')) },
  {
    name: 'names an HTTP/2 capable product',
    departures: each((on) => addHeader(on, 'Alt-Svc', 'h3=":443"; ma=86400')),
  },
  { name: 'sends Content-Encoding identity', departures: each((on) => addHeader(on, 'Content-Encoding', 'identity')) },
  { name: 'speaks HTTP/1.0', vary: (response) => ({ ...response, httpVersion: 'HTTP/1.0' }) },
  { name: 'has a reason phrase of its own', vary: (response) => ({ ...response, statusText: '' }) },
  { name: 'ends its documents with a line break', vary: varyBody((body) => Buffer.concat([body, Buffer.from('\n')])) },
  {
    name: 'answers the probe with 204',
    departures: probe(204),
    vary: (response, { kind }) =>
      kind === 'probe'
        ? { ...response, headers: response.headers.filter(([name]) => !/^content-/i.test(name)) }
        : response,
  },
  redirecting(
    'redirects the probe',
    302,
    'https://enterpriseenrollment.contoso.example/EnrollmentServer/Discovery.svc?tenant=7',
  ),
  redirecting('redirects the probe to another host', 301, 'https://mdm.contoso.example/EnrollmentServer/Discovery.svc'),
  redirecting(
    'redirects the probe with 308 and a page',
    308,
    'https://mdm.contoso.example/a/../EnrollmentServer/Discovery.svc',
    '<html/>',
  ),
  redirecting('redirects the probe to another path', 303, 'https://mdm.contoso.example/EnrollmentServer/Find.aspx'),
  { name: 'answers the probe in UTF-8', departures: [header('probe', 'Content-Type', 'Text/HTML;charset=utf-8')] },
  {
    name: 'answers the probe with a page',
    departures: [{ on: 'probe', answer: { as: 'html' } }],
    advice: { 'discovery/probe-content': 'the published answer is empty' },
  },
];
