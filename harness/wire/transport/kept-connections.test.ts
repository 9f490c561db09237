import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import type { Answer, HttpRequest } from '../exchange/exchange.ts';
import { startRawServer } from '../testing/raw-server.ts';
import { createLiveTransport } from './live-transport.ts';

const over = (url: string, kept: string): HttpRequest => ({
  method: 'POST',
  url,
  headers: [
    ['Host', new URL(url).host],
    ['Content-Length', '4'],
  ],
  body: Buffer.from('body'),
  connection: { kept },
});

const shownBy = ({ kind, response, connection }: Answer): unknown => [kind, response?.status, connection];

test('requests of one name share a connection, and others have their own', async () => {
  const ports: (number | undefined)[] = [];
  const server = http.createServer((request, response) => {
    ports.push(request.socket.remotePort);
    request.resume().on('end', () => response.end('whole'));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const transport = createLiveTransport({ timeoutMs: 3000 });
  const answers = [];
  for (const kept of ['a', 'a', 'b', 'a']) answers.push(shownBy(await transport(over(url, kept))));
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
  expect(answers).toEqual([
    ['answered', 200, 'a 1'],
    ['answered', 200, 'a 1'],
    ['answered', 200, 'b 1'],
    ['answered', 200, 'a 1'],
  ]);
  expect(new Set(ports).size).toBe(2);
});

test.for([
  ['says that it closes', 'HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'],
  ['closes without a word', 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'],
  ['speaks HTTP/1.0', 'HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n'],
  ['ends its answer by closing', 'HTTP/1.1 200 OK\r\n\r\nbody'],
] as const)('a server that %s gets the next request over another connection', async ([, reply]) => {
  await using server = await startRawServer(reply);
  const transport = createLiveTransport({ timeoutMs: 3000 });
  const answers = [await transport(over(server.url, 'a')), await transport(over(server.url, 'a'))];
  expect(answers.map(shownBy)).toEqual([
    ['answered', 200, 'a 1'],
    ['answered', 200, 'a 2'],
  ]);
});
