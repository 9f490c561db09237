import { describe, expect, test } from 'vitest';
import type { Departure, FramingDefect } from '../../engine/rule/counterexample.ts';
import type { Framing } from '../../wire/exchange/exchange.ts';
import { inProcessTransport, NoTlsInProcess } from './in-process.ts';
import { discoverRequest, testServer } from '../testing/requests.ts';

test('reads a clean answer back whole', async () => {
  const answer = await inProcessTransport(testServer())(discoverRequest());
  if (answer.kind !== 'answered') throw new Error(answer.message);

  const { status, body, framing } = answer.response;
  expect(status).toBe(200);
  expect(framing).toEqual({ contentLengths: [String(body.length)], bodyBytes: body.length });
});

/** Two bytes for one character. */
const umlaut: Departure = { on: 'discover', replace: '</DiscoverResult>', by: '<!--ö--></DiscoverResult>' };

describe('shows the framing', () => {
  const facts: Readonly<Record<FramingDefect, (framing: Framing | undefined) => unknown>> = {
    chunked: (framing) => framing?.transferEncoding === 'chunked' && framing.contentLengths.length === 0,
    'no-length': (framing) => framing?.contentLengths.length === 0,
    'length-short': (framing) => Number(framing?.contentLengths[0]) < (framing?.bodyBytes ?? 0),
    'length-long': (framing) => Number(framing?.contentLengths[0]) > (framing?.bodyBytes ?? 0),
    'length-in-characters': (framing) => Number(framing?.contentLengths[0]) === (framing?.bodyBytes ?? 0) - 1,
    'two-lengths': (framing) => framing?.contentLengths.length === 2,
    'length-and-chunked': (framing) => framing?.transferEncoding === 'chunked' && framing.contentLengths.length === 1,
  };
  for (const [defect, isShown] of Object.entries(facts)) {
    test(defect, async () => {
      const server = testServer(umlaut, { on: 'discover', framing: defect as FramingDefect });
      const { response } = await inProcessTransport(server)(discoverRequest());
      expect(isShown(response?.framing)).toBe(true);
    });
  }
});

test('a connection that closes or waits breaks at once', async () => {
  const breaks = async (connection: 'close' | 'delay') =>
    inProcessTransport(testServer({ on: 'discover', connection }))(discoverRequest());
  expect(await breaks('close')).toMatchObject({ kind: 'broken', reason: 'closed' });
  expect(await breaks('delay')).toMatchObject({ kind: 'broken', reason: 'timeout' });
});

test('a TLS defect is refused, because it could not show', () => {
  expect(() => inProcessTransport(testServer({ tls: 'expired' }))).toThrow(NoTlsInProcess);
});

test('a late answer takes the time that the caller gives it', async () => {
  const waits: number[] = [];
  const transport = inProcessTransport(testServer({ on: 'discover', delayMs: 31_000 }), (delay) => {
    waits.push(delay);
    return Promise.resolve();
  });
  expect(await transport(discoverRequest())).toMatchObject({ kind: 'answered', response: { status: 200 } });
  expect(waits).toEqual([31_000]);
});
