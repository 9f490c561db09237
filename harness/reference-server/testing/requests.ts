import { poolAuthorityKeys } from '../../protocol/pki/build/authority-keys.ts';
import { modernCertificateRequest } from '../../protocol/pki/read/certificate-request.ts';
import { poolKey } from '../../protocol/pki/build/keys.ts';
import type { Departure } from '../../engine/rule/counterexample.ts';
import type { HttpRequest } from '../../wire/exchange/exchange.ts';
import { createReferenceServer, type ReferenceServer } from '../mount/handler.ts';

export const origin = 'https://mdm.example';
export const user = { email: 'user@example.com', password: 'correct horse' } as const;
export const messageId = 'urn:uuid:748132ec-a575-4329-b01b-6171a9cf8478';
export const instant = new Date('2026-03-01T12:00:00Z');

/** A server at a fixed origin, time and seed. */
export function testServer(...departures: readonly Departure[]): ReferenceServer {
  return createReferenceServer({
    origin,
    now: () => instant,
    seed: 'test',
    users: [user],
    keys: poolAuthorityKeys(),
    departures,
  });
}

const wsse = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';
const trust = 'http://docs.oasis-open.org/ws-sx/ws-trust/200512';

export const actions = {
  discover: 'http://schemas.microsoft.com/windows/management/2012/01/enrollment/IDiscoveryService/Discover',
  policy: 'http://schemas.microsoft.com/windows/pki/2009/01/enrollmentpolicy/IPolicy/GetPolicies',
  enrollment: 'http://schemas.microsoft.com/windows/pki/2009/01/enrollment/RST/wstep',
} as const;

/** POSTs a body to an endpoint as Windows does. */
export function post(path: string, body: string): HttpRequest {
  const headers = [['Content-Type', 'application/soap+xml; charset=utf-8']] as const;
  return { method: 'POST', url: `${origin}${path}`, headers, body: Buffer.from(body) };
}

/** A SOAP 1.2 envelope around a body. */
export function envelope(action: string, body: string, { security = '', id = messageId, headers = '' } = {}): string {
  return [
    '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://www.w3.org/2005/08/addressing"><s:Header>',
    `<a:Action s:mustUnderstand="1">${action}</a:Action><a:MessageID>${id}</a:MessageID>`,
    '<a:ReplyTo><a:Address>http://www.w3.org/2005/08/addressing/anonymous</a:Address></a:ReplyTo>',
    `<a:To s:mustUnderstand="1">https://MDM.Example:443/EnrollmentServer</a:To>${security}${headers}`,
    `</s:Header><s:Body>${body}</s:Body></s:Envelope>`,
  ].join('');
}

/** The Security header with a user name and a password. */
export function usernameToken(password: string = user.password, name: string = user.email): string {
  const token = `<o:UsernameToken><o:Username>${name}</o:Username><o:Password>${password}</o:Password></o:UsernameToken>`;
  return `<o:Security xmlns:o="${wsse}" s:mustUnderstand="1">${token}</o:Security>`;
}

interface DiscoverWish {
  readonly version?: string;
  readonly policies?: readonly string[];
  readonly email?: string;
}

export function discoverBody({
  version = '4.0',
  policies = ['OnPremise'],
  email = user.email,
}: DiscoverWish = {}): string {
  const offered = policies.map((policy) => `<AuthPolicy>${policy}</AuthPolicy>`).join('');
  return [
    '<Discover xmlns="http://schemas.microsoft.com/windows/management/2012/01/enrollment"><request>',
    `<EmailAddress>${email}</EmailAddress><RequestVersion>${version}</RequestVersion>`,
    '<DeviceType>CIMClient_Windows</DeviceType><ApplicationVersion>10.0.19043.2364</ApplicationVersion>',
    `<OSEdition>72</OSEdition><AuthPolicies>${offered}</AuthPolicies></request></Discover>`,
  ].join('');
}

export function discoverRequest(wish?: DiscoverWish): HttpRequest {
  return post('/EnrollmentServer/Discovery.svc', envelope(actions.discover, discoverBody(wish)));
}

const nil = 'xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"';

export function policiesBody({ lastUpdate = `<lastUpdate ${nil}/>`, filter = `<requestFilter ${nil}/>` } = {}): string {
  const client = `<client>${lastUpdate}<preferredLanguage ${nil}/></client>`;
  return `<GetPolicies xmlns="http://schemas.microsoft.com/windows/pki/2009/01/enrollmentpolicy">${client}${filter}</GetPolicies>`;
}

export function policiesRequest({ body = policiesBody(), security = usernameToken() } = {}): HttpRequest {
  return post('/EnrollmentServer/Policy.svc', envelope(actions.policy, body, { security }));
}

export const deviceKey = poolKey(0);
export const modernCsr = modernCertificateRequest(deviceKey, { commonName: 'device-1', deviceId: 'device-1' });

interface TokenWish {
  readonly csr?: Uint8Array;
  readonly requestType?: string;
  readonly enrollmentType?: string;
}

export function tokenBody({ csr = modernCsr, requestType = 'Issue', enrollmentType = 'Full' }: TokenWish = {}): string {
  const items = { EnrollmentType: enrollmentType, DeviceID: 'DEVICE1', DeviceName: 'Büro & Co', FutureFlag: 'x' };
  const context = Object.entries(items).map(([name, value]) => {
    return `<c:ContextItem Name="${name}"><c:Value> ${value.replace('&', '&amp;')} </c:Value></c:ContextItem>`;
  });
  return [
    `<t:RequestSecurityToken xmlns:t="${trust}"><t:RequestType>${trust}/${requestType}</t:RequestType>`,
    `<o:BinarySecurityToken xmlns:o="${wsse}">${Buffer.from(csr).toString('base64')}</o:BinarySecurityToken>`,
    '<c:AdditionalContext xmlns:c="http://schemas.xmlsoap.org/ws/2006/12/authorization">',
    `${context.join('')}</c:AdditionalContext></t:RequestSecurityToken>`,
  ].join('');
}

export function tokenRequest({ body = tokenBody(), security = usernameToken() } = {}): HttpRequest {
  return post('/EnrollmentServer/Enrollment.svc', envelope(actions.enrollment, body, { security }));
}
