import net from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, expect, test } from 'vitest';
import { openDossier } from '../../engine/evidence/dossier.ts';
import { judge } from '../../engine/verdict/judge.ts';
import { referenceSessionOverTls } from '../../testing/reference-run.ts';
import { noteOf } from '../../app/assess.ts';
import { documentTypes } from '../../../suites/envelope/scenarios/document-types.ts';
import { fetchedEntities } from '../../../suites/envelope/fetched-entities.ts';
import { countCallbacks } from './callback.ts';
import { callbackHost } from './callback-host.ts';
import { callbackLimits, listenForCallbacks } from './callback-listener.ts';

test('each address is counted for itself', async () => {
  await using callback = await listenForCallbacks();
  const [one, other] = [callback.urlFor('run/one'), callback.urlFor('run/other')];
  for (const url of [one, `${one}?query`, other]) {
    const response = await fetch(url);
    expect([response.status, await response.text()]).toEqual([200, '']);
  }
  expect([one, other, callback.urlFor('run/none')].map(callback.fetches)).toEqual([2, 1, 0]);
});

test('a forwarder may take the path of the address off, or leave it', () => {
  const callback = countCallbacks('https://tunnel.example/here');
  const url = callback.urlFor('run/one');
  expect(url).toBe('https://tunnel.example/here/run/one');
  callback.note('/run/one');
  expect(callback.fetches(url)).toBe(1);
  callback.note('/here/run/one');
  callback.note('/here/run/one');
  expect(callback.fetches(url)).toBe(3);
});

test('a port that is taken is refused', async () => {
  await using first = await listenForCallbacks();
  const port = Number(new URL(first.urlFor('')).port);
  await expect(listenForCallbacks({ url: `http://localhost:${port}` })).rejects.toThrow(/EADDRINUSE/);
});

test('a server over TLS that fetches is found, one that does not is not', async () => {
  const departures = [{ behaviour: { fetchesEntities: true } }] as const;
  for (const [departure, outcome] of [[departures, 'failed'] as const, [[], 'passed'] as const]) {
    using dossier = openDossier(await referenceSessionOverTls({ departures: departure, scenarios: [documentTypes] }));
    expect(judge(fetchedEntities, dossier, noteOf)).toMatchObject({ outcome });
  }
});

test('a path that no request names is not kept', () => {
  const callback = countCallbacks('http://127.0.0.1:1');
  callback.note('/guessed');
  callback.urlFor('guessed');
  expect(callback.fetches('http://127.0.0.1:1/guessed')).toBe(0);
});

describe('whatever comes over a connection, the listener goes on', () => {
  const head = (target: string, more = ''): string => `GET ${target} HTTP/1.1\r\nHost: a\r\n${more}\r\n`;

  test.for([
    ['no path', head('//')],
    ['no URL', head('http://[')],
    ['a star', head('* ')],
    ['a URL', head('http://a/run/other')],
    ['another scheme', head('mailto:a@b')],
    ['an authority', 'CONNECT [ HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['another protocol', head('/', 'Connection: Upgrade\r\nUpgrade: websocket\r\n')],
    ['an expectation', head('/', 'Expect: anything\r\n')],
    ['no HTTP', '\u0000\u0001\u0002\r\n\r\n'],
    ['TLS', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000'],
    ['a head without end', `GET / HTTP/1.1\r\nX: ${'a'.repeat(1024 * 1024)}`],
    ['a long target', head(`/${'a'.repeat(64 * 1024)}`)],
    ['a body without end', `POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9999999\r\n\r\n${'a'.repeat(1024 * 1024)}`],
    ['chunks that are none', 'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'],
    ['many requests in one piece', head('/').repeat(10_000)],
    ['half a request', 'GET / HTTP/1.1\r\nHos'],
    ['nothing', ''],
  ])('%s', async ([, sent]) => {
    await using callback = await listenForCallbacks({}, { ...callbackLimits, timeoutMs: 200 });
    const url = callback.urlFor('run/one');
    await closed(send(url, sent ?? ''));
    expect((await fetch(url)).status).toBe(200);
    expect(callback.fetches(url)).toBe(1);
  });

  test('a request that its client gives up is counted', async () => {
    await using callback = await listenForCallbacks();
    const url = callback.urlFor('run/one');
    const socket = send(url, head('/run/one', 'Content-Length: 9\r\n'));
    socket.once('data', () => socket.resetAndDestroy());
    await closed(socket);
    expect(callback.fetches(url)).toBe(1);
  });

  test('of many requests in one piece, the first is counted', async () => {
    await using callback = await listenForCallbacks();
    const url = callback.urlFor('run/one');
    await closed(send(url, head('/run/one').repeat(50)));
    expect(callback.fetches(url)).toBe(1);
  });

  test('connections beyond the limit are closed, and taken again when others have ended', async () => {
    await using callback = await listenForCallbacks({}, { ...callbackLimits, connections: 2 });
    const url = callback.urlFor('run/one');
    const held = [send(url, 'GET'), send(url, 'GET')];
    await Promise.all(held.map((socket) => opened(socket)));
    await closed(send(url, ''));
    for (const socket of held) socket.destroy();
    const answered = async (): Promise<boolean> => (await fetch(url).catch(() => undefined))?.status === 200;
    await expect.poll(answered).toBe(true);
  });
});

describe('the address that is listened on', () => {
  const other = Object.values(networkInterfaces())
    .flatMap((entries) => entries ?? [])
    .find(({ internal, family }) => !internal && family === 'IPv4')?.address;

  test.for([
    ['http://127.0.0.1:8099', false, '127.0.0.1'],
    ['http://127.1.2.3:8099', true, '127.1.2.3'],
    ['http://localhost:8099/x', false, '127.0.0.1'],
    ['http://192.0.2.7:8099', true, undefined],
    ['https://nowhere.invalid', true, undefined],
  ] as const)('for %s, forwarded: %s, is %s', async ([url, isForwarded, expected]) => {
    expect(await callbackHost(url, isForwarded)).toBe(expected);
  });

  test.for(['http://192.0.2.7:8099', 'http://0.0.0.0:8099', 'https://nowhere.invalid'])(
    'is none for %s, from which nothing is forwarded',
    async (url) => {
      await expect(listenForCallbacks({ url })).rejects.toThrow(/^\S+ is no address of this machine$/);
    },
  );

  test('is loopback alone by default', async () => {
    await using callback = await listenForCallbacks();
    const { port } = new URL(callback.urlFor(''));
    if (other !== undefined) await expect(fetch(`http://${other}:${port}/`)).rejects.toThrow();
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
  });
});

/** Connects to the listener, sends, and leaves the connection open. */
function send(url: string, text: string): net.Socket {
  const { hostname, port } = new URL(url);
  const socket = net.connect({ host: hostname, port: Number(port) });
  socket.on('error', () => undefined).resume();
  socket.write(text, 'latin1');
  return socket;
}

function opened(socket: net.Socket): Promise<void> {
  return new Promise((resolve) => {
    socket.once('connect', resolve);
  });
}

function closed(socket: net.Socket): Promise<void> {
  return new Promise((resolve) => {
    socket.once('close', () => {
      resolve();
    });
  });
}
