import type { Header, HttpRequest } from '../../wire/exchange/exchange.ts';
import { hostOf } from '../client/request.ts';
import { browsers } from './browsers.ts';
import type { Browser } from './browsers.ts';

/** Where a request comes from, and what goes with it. */
export interface WebOrigin {
  /** The Cookie field, if there is one. */
  readonly kept: readonly Header[];
  /** The address of the page that holds the form. */
  readonly from?: string;
  /** What shows the pages. Default: the broker. */
  readonly browser?: Browser;
}

/** The body of a submitted form. */
export interface WebBody {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** A request of the sign-in window: a GET, or a POST with the content of a form. */
export function webRequest(url: string, { kept, from, browser = 'broker' }: WebOrigin, body?: WebBody): HttpRequest {
  const headers: readonly Header[] = [
    ...browsers[browser],
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
