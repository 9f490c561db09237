import { addHeader, append, attribute, header, remove, rename, replace, set, status, swap } from '../../engine/departures.ts';
import type { Answering, Departure } from '../../engine/counterexample.ts';
import { namespaces } from '../../xml/namespaces.ts';
import { httpResponse, varyBody, varyHeaders } from '../varied-run.ts';
import type { CorrectServer } from './correct-server.ts';

const all: readonly Answering[] = ['discover', 'get-policies', 'issue'];
const each = (departure: (on: Answering) => Departure): readonly Departure[] => all.map(departure);
const contentType = (value: string): CorrectServer => ({
  name: `sends the Content-Type ${value}`,
  departures: [...each((on) => header(on, 'Content-Type', value)), ...['get-policies fault', 'issue fault'].map((on) => header(on as Answering, 'Content-Type', value))],
});
const nil = (at: string, on: Answering): readonly Departure[] => [set(on, at, ''), attribute(on, at, `{${namespaces.xsi}}nil`, '1')];
const probe = (code: number, ...fields: readonly (readonly [string, string])[]): readonly Departure[] => [
  status('probe', code),
  ...fields.map(([name, value]) => header('probe', name, value)),
];

/** Sends every probe elsewhere that has not come from there. */
function redirecting(name: string, code: number, to: string, page = ''): CorrectServer {
  return {
    name,
    vary: (response, { kind, request }) =>
      kind !== 'probe' || request.url === new URL(to).href
        ? response
        : { ...httpResponse(code, [['location', to]], Buffer.from(page)) },
  };
}

/** Servers whose HTTP is another. */
export const transportServers: readonly CorrectServer[] = [
  contentType('application/soap+xml'),
  contentType('application/soap+xml;charset=UTF-8'),
  contentType('application/soap+xml; charset="utf-8"'),
  contentType('Application/SOAP+XML ; Charset=Utf-8'),
  contentType('application/soap+xml; charset=utf-8; action="http://example.com/a;b"'),
  contentType('application/soap+xml; action="http://example.com/charset=x"'),
  { name: 'writes header names in lower case', vary: varyHeaders((headers) => headers.map(([name, value]) => [name.toLowerCase(), value])) },
  { name: 'writes header names in upper case', vary: varyHeaders((headers) => headers.map(([name, value]) => [name.toUpperCase(), value])) },
  { name: 'sends no Date', vary: varyHeaders((headers) => headers.filter(([name]) => name !== 'Date')) },
  { name: 'names its product without version', departures: each((on) => addHeader(on, 'Server', 'nginx')) },
  { name: 'names an HTTP/2 capable product', departures: each((on) => addHeader(on, 'Alt-Svc', 'h3=":443"; ma=86400')) },
  { name: 'sends Content-Encoding identity', departures: each((on) => addHeader(on, 'Content-Encoding', 'identity')) },
  { name: 'speaks HTTP/1.0', vary: (response) => ({ ...response, httpVersion: 'HTTP/1.0' }) },
  { name: 'has a reason phrase of its own', vary: (response) => ({ ...response, statusText: '' }) },
  { name: 'ends its documents with a line break', vary: varyBody((body) => Buffer.concat([body, Buffer.from('\n')])) },
  { name: 'answers the probe with 204', departures: probe(204) , vary: (response, { kind }) => kind === 'probe' ? { ...response, headers: response.headers.filter(([name]) => !/^content-/i.test(name)) } : response },
  redirecting('redirects the probe', 302, 'https://enterpriseenrollment.contoso.example/EnrollmentServer/Discovery.svc?tenant=7'),
  redirecting('redirects the probe to another host', 301, 'https://mdm.contoso.example/EnrollmentServer/Discovery.svc'),
  redirecting('redirects the probe with 308 and a page', 308, 'https://mdm.contoso.example/a/../EnrollmentServer/Discovery.svc', '<html/>'),
  { name: 'answers the probe in UTF-8', departures: [header('probe', 'Content-Type', 'Text/HTML;charset=utf-8')] },
  { name: 'answers the probe with a page', departures: [{ on: 'probe', answer: { as: 'html' } }], advice: { 'discovery/probe-content': 'the published answer is empty' } },
];

/** Servers whose headers of SOAP are others. */
export const envelopeServers: readonly CorrectServer[] = [
  { name: 'traces nothing', departures: each((on) => remove(on, '//diag:ActivityId')) },
  { name: 'sends no CorrelationId', departures: each((on) => remove(on, '//@CorrelationId')) },
  { name: 'writes ActivityId in upper case', vary: varyBody((body) => Buffer.from(Buffer.from(body).toString().replace(/(<ActivityId[^>]*>)([^<]*)/, (_, tag: string, id: string) => tag + id.toUpperCase()))) },
  { name: 'sends no Timestamp', departures: [remove('issue', '//wsse:Security')] },
  { name: 'sends a Timestamp with every answer', departures: ['discover', 'get-policies'].map((on) => append(on as Answering, '//s:Header', '<wsse:Security s:mustUnderstand="true"><u:Timestamp><u:Created>2026-01-15T10:30:00+01:00</u:Created><u:Expires>2026-01-15T10:35:00.123+01:00</u:Expires></u:Timestamp></wsse:Security>')) },
  { name: 'has no mustUnderstand', departures: each((on) => remove(on, '//s:Header//@s:mustUnderstand')) },
  { name: 'has mustUnderstand true', departures: each((on) => set(on, '//a:Action/@s:mustUnderstand', 'true')) },
  { name: 'has its headers in another order', departures: each((on) => swap(on, '//a:Action')) },
  { name: 'has a MessageID of its own', departures: each((on) => append(on, '//s:Header', '<a:MessageID>urn:uuid:6f0e1d3c-3a1c-4a55-9f41-0b1ad1b3b111</a:MessageID>')) },
  { name: 'has To and From headers', departures: each((on) => append(on, '//s:Header', '<a:To>http://www.w3.org/2005/08/addressing/anonymous</a:To><a:From><a:Address>https://mdm.contoso.example/</a:Address></a:From>')) },
  { name: 'marks its answer as a reply', departures: each((on) => attribute(on, '//a:RelatesTo', 'RelationshipType', 'http://www.w3.org/2005/08/addressing/reply')) },
  { name: 'pads Action', vary: varyBody((body) => Buffer.from(Buffer.from(body).toString().replace(/(<a:Action[^>]*>)([^<]*)/, '$1\n  $2\n'))) },
  { name: 'has attributes of its own on Body', departures: each((on) => attribute(on, '//s:Body', `{${namespaces.u}}Id`, '_1')) },
  { name: 'has a header block of its own', departures: each((on) => append(on, '//s:Header', '<v:Node xmlns:v="urn:vendor">7</v:Node>')) },
  { name: 'answers enrollment in SOAP 1.1, as the samples do', departures: [replace('issue', namespaces.s, namespaces.s11)], advice: { 'envelope/enrollment-soap-version': 'open question Q2' } },
];

/** Servers with other Discover answers. */
export const discoveryServers: readonly CorrectServer[] = [
  ...[0, 1, 2, 3].map((index): CorrectServer => ({ name: `has the field ${index + 1} of DiscoverResult behind the next`, departures: [swap('discover', `//d:DiscoverResult/*[${index + 1}]`)] })),
  { name: 'has no EnrollmentVersion', departures: [remove('discover', '//d:EnrollmentVersion')] },
  { name: 'has a nil EnrollmentVersion', departures: nil('//d:EnrollmentVersion', 'discover') },
  { name: 'speaks version 3 with everybody', departures: [set('discover', '//d:EnrollmentVersion', '3.0')] },
  { name: 'writes the version without fraction, padded and signed', departures: [set('discover', '//d:EnrollmentVersion', '\n +04.00 ')] },
  { name: 'has no AuthenticationServiceUrl', departures: [remove('discover', '//d:AuthenticationServiceUrl')] },
  { name: 'writes nil as 1', departures: [set('discover', '//d:AuthenticationServiceUrl/@xsi:nil', '1')] },
  { name: 'writes nil with white space', departures: [set('discover', '//d:AuthenticationServiceUrl/@xsi:nil', ' true ')] },
  { name: 'has no policy service', departures: [remove('discover', '//d:EnrollmentPolicyServiceUrl')] },
  { name: 'has a nil policy service', departures: nil('//d:EnrollmentPolicyServiceUrl', 'discover') },
  { name: 'pads its addresses', vary: varyBody((body) => Buffer.from(Buffer.from(body).toString().replaceAll(/(<Enrollment(?:Policy)?ServiceUrl>)([^<]*)/g, '$1\r\n\t$2 \n'))) },
  { name: 'writes its host in upper case', departures: [replace('discover', 'https://enterpriseenrollment.contoso.example/EnrollmentServer/Policy', 'HTTPS://EnterpriseEnrollment.Contoso.Example:443/ENROLLMENTSERVER/Policy')] },
  { name: 'has addresses with query strings', departures: [set('discover', '//d:EnrollmentServiceUrl', 'https://enterpriseenrollment.contoso.example/EnrollmentServer/Enrollment.svc?tenant=a%20b&x=1')] },
  { name: 'has one address for both services', departures: [] },
  { name: 'leaves AuthPolicy to the device and has an STS as well', departures: [set('discover', '//d:AuthenticationServiceUrl', 'https://sts.contoso.example/'), remove('discover', '//d:AuthenticationServiceUrl/@xsi:nil')], advice: { 'discovery/unused-authentication-service': 'X5' } },
  { name: 'renames nothing but asks for a federated sign-in', departures: [set('discover', '//d:AuthPolicy', 'Federated'), set('discover', '//d:AuthenticationServiceUrl', 'https://sts.contoso.example/'), remove('discover', '//d:AuthenticationServiceUrl/@xsi:nil')], unjudged: { '*': 'no browser' } },
];
void rename;
