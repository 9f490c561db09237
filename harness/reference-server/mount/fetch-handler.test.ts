import https from 'node:https';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Departure } from '../../engine/rule/counterexample.ts';
import { InexpressibleReply, toFetchHandler } from './fetch-handler.ts';
import { mountReferenceServer } from './msw.ts';
import { discoverRequest, origin, testServer } from '../testing/requests.ts';

const { url, body } = discoverRequest();

test('answers a Request with a Response', async () => {
  const response = await toFetchHandler(testServer())(new Request(url, { method: 'POST', body }));
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('<AuthPolicy>OnPremise</AuthPolicy>');
});

describe('refuses to express', () => {
  const departures: readonly Departure[] = [
    { on: 'discover', status: 199 },
    { on: 'discover', status: 999 },
    { on: 'discover', status: 204 },
    { on: 'discover', framing: 'chunked' },
    { on: 'discover', connection: 'close' },
  ];
  for (const departure of departures) {
    test(JSON.stringify(departure), async () => {
      const answer = toFetchHandler(testServer(departure))(new Request(url, { method: 'POST', body }));
      await expect(answer).rejects.toThrow(InexpressibleReply);
    });
  }
});

test('mounted by msw, it answers node:https at its origin', async () => {
  const network = mountReferenceServer(origin, testServer());
  onTestFinished(() => {
    network[Symbol.dispose]();
  });
  const outgoing = https.request(url, { method: 'POST' }).end(body);
  const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
  incoming.setEncoding('utf8');
  const chunks = await incoming.toArray();
  expect([incoming.statusCode, chunks.join('').includes('OnPremise')]).toEqual([200, true]);
});
