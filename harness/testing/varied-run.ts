import { rawReply } from '../reference-server/mount/raw-reply.ts';
import { withBody } from '../reference-server/mount/reply.ts';
import type { Answer, Header, HttpRequest, HttpResponse, Transport } from '../wire/exchange/exchange.ts';
import { readRawResponse } from '../wire/transport/raw-response.ts';
import { parseXml } from '../protocol/xml/tree.ts';

/** Which answer of the server it is. */
export interface About {
  readonly kind: 'probe' | 'discover' | 'get-policies' | 'issue' | 'renew' | 'manage' | 'other';
  readonly isFault: boolean;
  readonly request: HttpRequest;
}

/** Says the same in other words, or something else that is as right. */
export type Vary = (response: HttpResponse, about: About) => HttpResponse;

/** The address at which the server in the background answers a request. */
export type Route = (request: HttpRequest) => string;

/** Changes each answer of a server on its way to the device; framing is that of what arrives. */
export function varying(vary: Vary, route: Route = ({ url }) => url): (transport: Transport) => Transport {
  return (transport) => async (request) => {
    const url = route(request);
    const answer = await transport({ ...request, url });
    if (answer.kind === 'broken') return answer;
    return received(vary(answer.response, about(url, request, answer.response)), request);
  };
}

function about(url: string, request: HttpRequest, { status }: HttpResponse): About {
  return { kind: kindOf(new URL(url), request), isFault: status >= 400, request };
}

function kindOf({ pathname }: URL, { method, body }: HttpRequest): About['kind'] {
  if (/discovery\.svc$/i.test(pathname)) return method === 'GET' ? 'probe' : 'discover';
  if (/policy\.svc/i.test(pathname)) return 'get-policies';
  if (/management/i.test(pathname)) return 'manage';
  if (!/enrollment\.svc/i.test(pathname)) return 'other';
  return Buffer.from(body).includes('200512/Renew<') ? 'renew' : 'issue';
}

function received(response: HttpResponse, { method }: HttpRequest): Answer {
  const reading = readRawResponse(Buffer.from(rawReply({ response })), { method, closed: true });
  if (reading.kind === 'whole') return { kind: 'answered', response: reading.response };
  throw new TypeError(`a varied answer cannot be read: ${JSON.stringify(reading)}`);
}

/** Varies the body of SOAP answers only. */
export const varyBody = (change: (body: Uint8Array, about: About) => Uint8Array): Vary =>
  varyType(/^application\/soap\+xml\b/i, change);

/** Varies the messages of management sessions only. */
export const varySyncml = (change: (body: Uint8Array, about: About) => Uint8Array): Vary =>
  varyType(/^application\/vnd\.syncml\.dm\+xml\b/i, change);

function varyType(type: RegExp, change: (body: Uint8Array, about: About) => Uint8Array): Vary {
  const isType = ([name, value]: Header): boolean => /^content-type$/i.test(name) && type.test(value);
  return (response, about) =>
    response.body.length > 0 && response.headers.some(isType)
      ? withBody(response, change(response.body, about))
      : response;
}

/** Varies the header fields. */
export const varyHeaders =
  (change: (headers: readonly Header[], about: About) => readonly Header[]): Vary =>
  (response, about) => ({ ...response, headers: change(response.headers, about) });

const token = '/*/*/*/*/*/*[local-name()="BinarySecurityToken"]';

/** Varies the provisioning document that an issue carries. */
export const varyDocument = (change: (document: string, about: About) => string | Uint8Array): Vary =>
  varyBody((body, about) => {
    const base64 = about.kind === 'issue' && !about.isFault ? tokenText(body) : undefined;
    if (base64 === undefined) return body;
    const document = change(Buffer.from(base64, 'base64').toString('utf8'), about);
    return Buffer.from(Buffer.from(body).toString('utf8').replace(base64, Buffer.from(document).toString('base64')));
  });

function tokenText(body: Uint8Array): string | undefined {
  using tree = parseXml(body);
  return tree.text(token);
}
