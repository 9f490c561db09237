import type { Exchange, Header } from '../exchange/exchange.ts';

/** What a test wants in an exchange; bodies are text or bytes. */
export interface ExchangeWish {
  readonly url?: string;
  readonly requestHeaders?: readonly Header[];
  readonly request?: string | Uint8Array;
  readonly headers?: readonly Header[];
  readonly response?: string | Uint8Array;
}

/** An answered exchange for tests; what is not asked for is empty. */
export function exchangeWith(wish: ExchangeWish): Exchange {
  return {
    index: 0,
    startedAt: '2026-01-15T09:30:00.000Z',
    durationMs: 1,
    request: {
      method: 'POST',
      url: wish.url ?? 'https://mdm.example/Discovery.svc',
      headers: wish.requestHeaders ?? [],
      body: bytesOf(wish.request),
    },
    answer: {
      kind: 'answered',
      response: {
        status: 200,
        statusText: 'OK',
        httpVersion: 'HTTP/1.1',
        headers: wish.headers ?? [],
        body: bytesOf(wish.response),
      },
    },
    secrets: [],
  };
}

function bytesOf(body: string | Uint8Array = ''): Uint8Array {
  return typeof body === 'string' ? new Uint8Array(Buffer.from(body, 'utf8')) : body;
}
