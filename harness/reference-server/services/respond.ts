import { hostPath } from '../../engine/evidence/kind.ts';
import type { Answering } from '../../engine/rule/counterexample.ts';
import type { Header, HttpRequest } from '../../wire/exchange/exchange.ts';
import { httpResponse } from '../mount/reply.ts';
import { endpointOf, type Endpoint, type Origins, type Paths } from './endpoints.ts';
import { commonHeaders } from './envelope.ts';
import { faultResponse } from './fault.ts';
import type { Terms } from './entra/terms-service.ts';
import type { Operations } from './operations.ts';
import { linkPage } from './link-page.ts';
import type { Manage } from './management/management-service.ts';
import type { User } from './user.ts';
import type { SignIn } from './sign-in/sign-in.ts';
import { soapExchange, type Answered, type Asking, type SoapDesk } from './soap-exchange.ts';

/** What stands behind the addresses of one server. */
export interface Services {
  readonly operations: Operations;
  readonly origins: Origins;
  readonly paths: Paths;
  readonly manage: Manage;
  /** The sign-in page; missing if the server does not offer federated authentication. */
  readonly signIn?: SignIn | undefined;
  readonly users: readonly [User, ...User[]];
  /** The terms of use; missing if the server joins no devices to Microsoft Entra. */
  readonly terms?: Terms | undefined;
}

/** Answers one request: by the operation behind its path, or without SOAP. */
export function respond(asking: Asking, services: Services): Answered {
  const { request, desk } = asking;
  const { operations, origins, signIn, terms } = services;
  const endpoint = endpointOf(request, services.paths);
  if (isPlain(request, origins)) return respondInPlain(request, endpoint, services, desk);
  if (endpoint === undefined) return withoutSoap(isForHost(request) ? 'host' : 'other', 404, [], desk);
  if (endpoint === 'management') return managed(asking, services);
  if (endpoint === 'signIn') return signIn?.(request) ?? withoutSoap('other', 404, [], desk);
  if (endpoint === 'linkPage') return respondWithLink(asking, services);
  if (endpoint === 'termsOfUse') return terms?.(request) ?? withoutSoap('other', 404, [], desk);
  const isProbed = endpoint === 'discovery';
  if (isProbed && request.method === 'GET') return withoutSoap('probe', 200, probeHeaders, desk);
  if (isProbed && request.method === 'HEAD') return withoutSoap('other', 200, probeHeaders, desk);
  if (request.method === 'POST') return soapExchange(operations[endpoint], asking);
  return withoutSoap('other', 405, [['Allow', isProbed ? 'GET, HEAD, POST' : 'POST']], desk);
}

/** The page for people whose device is not managed yet. */
function respondWithLink({ request, desk }: Asking, { origins, paths, users: [user] }: Services): Answered {
  if (request.method !== 'GET') return withoutSoap('other', 405, [['Allow', 'GET']], desk);
  const html: Header = ['Content-Type', 'text/html; charset=utf-8'];
  const page = linkPage(`${origins('discovery')}${paths.discovery}`, user.email);
  return withoutSoap('deep-link-page', 200, [html], desk, page);
}

/** If the server uses HTTPS, plain HTTP only redirects the probe to it. */
function respondInPlain(
  { method }: HttpRequest,
  endpoint: Endpoint | undefined,
  { origins, paths }: Services,
  desk: SoapDesk,
): Answered {
  if (endpoint !== 'discovery' || method !== 'GET') return withoutSoap('other', 404, [], desk);
  return withoutSoap('plain-probe', 301, [['Location', `${origins('discovery')}${paths.discovery}`]], desk);
}

function isPlain({ url }: HttpRequest, origins: Origins): boolean {
  return url.startsWith('http:') && origins('discovery').startsWith('https:');
}

function isForHost({ method, url }: HttpRequest): boolean {
  return method === 'GET' && URL.canParse(url) && new URL(url).pathname === hostPath;
}

/** What the published answer to the probe carries. */
const probeHeaders: readonly Header[] = [
  ['Content-Type', 'text/html'],
  ['Pragma', 'no-cache'],
];

/** No fault of SOAP can stand in place of an answer. */
function managed({ request, caller }: Asking, { manage }: Services): Answered {
  const answered = manage(request, caller);
  return { ...answered, fault: () => answered.response };
}

function withoutSoap(
  answering: Answering,
  status: number,
  headers: readonly Header[],
  desk: SoapDesk,
  text = '',
): Answered {
  const response = httpResponse(status, [...headers, ...commonHeaders(desk.now())], Buffer.from(text, 'utf8'));
  return { answering, response, fault: (fault) => faultResponse(fault, undefined, desk), success: () => response };
}
