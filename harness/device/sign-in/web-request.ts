import type { Header, HttpRequest } from '../../wire/exchange/exchange.ts';
import { hostOf } from '../client/request.ts';

/**
 * The fields of the component that shows the sign-in pages: the web authentication broker, which adds `MSAuthHost/1.0` to the name of an
 * old browser.
 */
const broker: readonly Header[] = [
  ['Accept', 'text/html, application/xhtml+xml, */*'],
  ['Accept-Language', 'en-US'],
  ['User-Agent', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; Trident/7.0; MSAuthHost/1.0; rv:11.0) like Gecko'],
];

/** Where a request comes from, and what goes with it. */
export interface WebOrigin {
  /** The Cookie field, if there is one. */
  readonly kept: readonly Header[];
  /** The address of the page that holds the form. */
  readonly from?: string;
}

/** The body of a submitted form. */
export interface WebBody {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** A request of the sign-in window: a GET, or a POST with the content of a form. */
export function webRequest(url: string, { kept, from }: WebOrigin, body?: WebBody): HttpRequest {
  const headers: readonly Header[] = [
    ...broker,
    ...(from === undefined ? [] : ([['Referer', from]] as const)),
    ...(from === undefined || body === undefined ? [] : ([['Origin', new URL(from).origin]] as const)),
    ...kept,
    ...(body === undefined
      ? []
      : ([
          ['Content-Type', body.type],
          ['Content-Length', String(body.bytes.length)],
        ] as const)),
    ['Host', hostOf(url)],
  ];
  return { method: body === undefined ? 'GET' : 'POST', url, headers, body: body?.bytes ?? new Uint8Array() };
}
