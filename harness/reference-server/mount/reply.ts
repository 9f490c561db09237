import { STATUS_CODES } from 'node:http';
import type { FramingDefect } from '../../engine/rule/counterexample.ts';
import type { Header, HttpResponse } from '../../wire/exchange/exchange.ts';

/** What the reference server does with one request: an answer, how it is framed, or a connection that never carries it. */
export interface Reply {
  readonly response: HttpResponse;
  /** Absent: framed by its own headers. */
  readonly framing?: FramingDefect;
  /** `close` ends the connection without a byte, `delay` keeps it open without one. Absent: the answer is sent. */
  readonly connection?: 'close' | 'delay';
  /** How long the answer is held back, in milliseconds. Absent: not at all. */
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

/** Sets a header field, replacing all of that name in the place of the first; appends it where there was none. */
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
