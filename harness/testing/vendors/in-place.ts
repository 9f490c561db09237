import { readBack } from '../../reference-server/mount/in-process.ts';
import { rawReply } from '../../reference-server/mount/raw-reply.ts';
import { httpResponse } from '../../reference-server/mount/reply.ts';
import type { Header, HttpRequest, HttpResponse, Transport } from '../../wire/exchange/exchange.ts';

/** Which message a request is, by its address and its body. */
export type Asked = 'probe' | 'discover' | 'get-policies' | 'issue' | 'renew' | 'other';

/** What stands before a server: it answers in its place, closes the connection, or lets the request through. */
export type Instead = (request: HttpRequest, asked: Asked) => HttpResponse | 'close' | undefined;

/** Lets it stand between the devices and the server. Its answers are read from their bytes, so that the framing is what they show. */
export function inPlace(instead: Instead): (transport: Transport) => Transport {
  return (transport) => async (request) => {
    const said = instead(request, askedOf(request));
    if (said === undefined) return transport(request);
    return readBack(said === 'close' ? new Uint8Array() : rawReply({ response: said }), request);
  };
}

/** Changes what the server answers, if it answers at all. */
export function onTheWay(
  change: (response: HttpResponse, asked: Asked) => HttpResponse,
): (transport: Transport) => Transport {
  return (transport) => async (request) => {
    const answer = await transport(request);
    if (answer.kind === 'broken') return answer;
    return readBack(rawReply({ response: change(answer.response, askedOf(request)) }), request);
  };
}

/** A page or another text, with further header fields. */
export function page(status: number, type: string, text: string, ...headers: readonly Header[]): HttpResponse {
  return httpResponse(status, [['Content-Type', type], ...headers], Buffer.from(text));
}

/** A short HTML page that says its status. */
export function htmlPage(status: number, title: string, ...headers: readonly Header[]): HttpResponse {
  const body = `<!DOCTYPE html><html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
  return page(status, 'text/html; charset=utf-8', body, ...headers);
}

/** The address that a request names, by the paths of the reference server. */
function askedOf({ method, url, body }: HttpRequest): Asked {
  const [, service = ''] = /\/(discovery|policy|enrollment)\.svc(?:$|\?)/i.exec(url) ?? [];
  if (service === '' || !['GET', 'POST'].includes(method)) return 'other';
  if (method === 'GET') return /discovery/i.test(service) ? 'probe' : 'other';
  if (/discovery/i.test(service)) return 'discover';
  if (/policy/i.test(service)) return 'get-policies';
  return Buffer.from(body).includes('200512/Renew<') ? 'renew' : 'issue';
}
