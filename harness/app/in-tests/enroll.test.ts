import { createServer } from 'node:http';
import type { RequestListener } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { startReferenceServer } from '../../reference-server/mount/start.ts';
import { assertConformant, NotConformant } from './assert-conformant.ts';
import { enroll } from './enroll.ts';
import type { EnrollOptions } from './enroll.ts';
import { judge } from './judge.ts';
import { referenceServer } from './reference.ts';

/** A listener of Node that answers as a handler of requests does. */
function listening(fetch: (request: Request) => Response | Promise<Response>, seen: string[] = []): RequestListener {
  return (request, response) => {
    seen.push(`${request.headers.host ?? ''} ${String(request.headers['x-forwarded-proto'])}`);
    void (async () => {
      const body = await buffer(request);
      const asked = new Request(`https://${request.headers.host ?? ''}${request.url ?? ''}`, {
        method: request.method ?? 'GET',
        headers: Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]),
        ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
      });
      const answer = await fetch(asked);
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.end(Buffer.from(await answer.arrayBuffer()));
    })();
  };
}

describe('enroll', () => {
  const reference = referenceServer();
  const known = { url: reference.url, ...reference.user };

  test('at a handler in this process, and the session notes what it was limited to', async () => {
    const recorded = await enroll({ ...known, fetch: reference.fetch, only: ['discovery/answer'] });
    expect(recorded.session.meta).toMatchObject({
      selected: ['discovery/answer'],
      filters: ['check=discovery/answer'],
    });
    const results = judge(recorded);
    expect(results.judgements.map(({ check, outcome }) => [check, outcome])).toEqual([['discovery/answer', 'passed']]);
    expect(() => judge(recorded, { only: ['policy/answer'] })).toThrow(
      '"only" names policy/answer, and the recording was limited to discovery/answer',
    );
  });

  test('at a listener of Node, which sees the host that was asked, and is closed after it', async () => {
    const seen: string[] = [];
    const listener = listening(reference.fetch, seen);
    const before = process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap').length;
    assertConformant(judge(await enroll({ ...known, listener, only: ['discovery/answer', 'enrollment/answer'] })));
    expect(new Set(seen)).toEqual(new Set(['enterpriseenrollment.contoso.example https']));
    expect(process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap').length).toBe(before);
  });

  test('a listener that breaks its connection breaks the exchange, and is no error of ours', async () => {
    const listener: RequestListener = (request) => request.socket.destroy();
    const results = judge(await enroll({ ...known, listener, only: ['discovery/answer'] }));
    expect(results.verdict).not.toBe('conformant');
    expect(results.judgements.some(({ outcome }) => outcome === 'errored')).toBe(false);
  });

  test('at a server with an address of its own', async () => {
    const user = { email: 'user@contoso.example', password: 'correct horse' };
    await using server = await startReferenceServer({ keys: 'pool', user });
    const recorded = await enroll({
      ...user,
      url: server.url,
      ca: server.caPem,
      keys: 'pool',
      only: ['discovery/answer'],
    });
    assertConformant(judge(recorded));
  });

  test('a password stands in no recording', async () => {
    const recorded = await enroll({ ...known, fetch: reference.fetch, only: ['enrollment/answer'] });
    expect(recorded.har).not.toContain(reference.user.password);
  });

  test.each<readonly [what: string, options: Partial<Record<keyof EnrollOptions, unknown>>, said: RegExp]>([
    ['no address', { url: undefined }, /^"url" is missing; expected the address of discovery, such as https:/],
    ['an address of another type', { url: new URL(known.url) }, /^"url" is object; expected/],
    ['an address in plain HTTP', { url: 'http://mdm.example/' }, /only https: is allowed, and http: on loopback/],
    ['no user', { email: undefined }, /^"email" is undefined; expected an address such as/],
    [
      'an app in place of its handler',
      { fetch: { fetch: reference.fetch } },
      /^"fetch" is of type object; give the function, such as app\.fetch$/,
    ],
    [
      'a server in place of a listener',
      { listener: createServer() },
      /^"listener" is of type object; give the function that http\.createServer takes$/,
    ],
    [
      'two servers',
      { fetch: reference.fetch, listener: listening(reference.fetch) },
      /^"fetch" and "listener" both name the server; keep one$/,
    ],
    [
      'a check that does not exist',
      { fetch: reference.fetch, only: ['discovery/answr'] },
      /^"only": there is no "discovery\/answr"; did you mean "discovery\/answer"\?$/,
    ],
    ['no check at all', { fetch: reference.fetch, only: [] }, /^"only" names nothing; leave it out to judge all$/],
  ])('%s is refused with what to change', async (_, options, said) => {
    await expect(enroll({ ...known, ...options } as EnrollOptions)).rejects.toThrow(said);
  });
});

test('a run that is not conformant fails with its causes and what to change', async () => {
  const broken = referenceServer({ defect: 'discovery/answer' });
  const options = { url: broken.url, ...broken.user, fetch: broken.fetch, only: ['discovery/answer'] };
  const results = judge(await enroll(options));
  const failure = (() => {
    try {
      assertConformant(results);
      return undefined;
    } catch (error) {
      return error;
    }
  })();
  expect(failure).toBeInstanceOf(NotConformant);
  expect((failure as NotConformant).results).toBe(results);
  expect((failure as NotConformant).message).toMatch(/Not conformant[^]*fails\s+discovery\/answer/);
});

test('a run that left a mandatory check open is not conformant', async () => {
  const reference = referenceServer();
  const recorded = await enroll({
    url: reference.url,
    ...reference.user,
    fetch: reference.fetch,
    only: ['transport/tls-version', 'renewal/answer'],
  });
  expect(() => {
    assertConformant(judge(recorded));
  }).toThrow(/Incomplete/);
});
