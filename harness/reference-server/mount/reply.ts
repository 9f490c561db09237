import { STATUS_CODES } from 'node:http';
import type { Answering, FramingDefect } from '../../engine/rule/counterexample.ts';
import type { Header, HttpResponse } from '../../wire/exchange/exchange.ts';

/**
 * The reaction of the reference server to one request: an answer with its framing, or a connection without an answer.
 */
export interface Reply {
  readonly response: HttpResponse;
  /** What it answers, as the server took the request. Missing: the server did not get as far. */
  readonly answering?: Answering;
  /** Missing: the headers determine the framing. */
  readonly framing?: FramingDefect;
  /** `close` ends the connection without a byte, `delay` keeps it open without one. Missing: it sends the answer. */
  readonly connection?: 'close' | 'delay';
  /** How long it holds the answer back, in milliseconds. Missing: not at all. */
  readonly delayMs?: number;
}

/** An HTTP/1.1 response with the Content-Length of its body. */
export function httpResponse(status: number, headers: readonly Header[], body: Uint8Array): HttpResponse {
  return {
    status,
    statusText: STATUS_CODES[status] ?? '',
    httpVersion: 'HTTP/1.1',
    headers: [...headers, ['Content-Length', String(body.length)]],
    body,
  };
}

/** Replaces the body and, where there is one, the value of Content-Length. */
export function withBody(response: HttpResponse, body: Uint8Array): HttpResponse {
  const headers = response.headers.map(([name, value]): Header => [
    name,
    isNamed(name, 'content-length') ? String(body.length) : value,
  ]);
  return { ...response, headers, body };
}

/** Sets a header field: it replaces all fields of that name at the place of the first, or appends the field. */
export function withHeader(headers: readonly Header[], name: string, value: string): readonly Header[] {
  const first = headers.findIndex(([present]) => isNamed(present, name));
  if (first === -1) return [...headers, [name, value]];
  return headers.flatMap((header, index): readonly Header[] => {
    if (index === first) return [[name, value]];
    return isNamed(header[0], name) ? [] : [header];
  });
}

/** Removes all header fields of that name. */
export function withoutHeader(headers: readonly Header[], name: string): readonly Header[] {
  return headers.filter(([present]) => !isNamed(present, name));
}

function isNamed(name: string, wanted: string): boolean {
  return name.toLowerCase() === wanted.toLowerCase();
}
