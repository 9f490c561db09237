import { describe, expect, test } from 'vitest';
import type { Answer, BreakReason } from '../../wire/exchange/exchange.ts';
import { followProbe } from './probe.ts';
import { windows10 } from './profile.ts';
import { probeRequest } from './request.ts';

const start = 'https://EnterpriseEnrollment.contoso.example/EnrollmentServer/Discovery.svc';

function answer(status: number, location?: string): Answer {
  const headers = location === undefined ? [] : [['location', location] as const];
  return {
    kind: 'answered',
    response: { status, statusText: '', httpVersion: 'HTTP/1.1', headers, body: new Uint8Array() },
  };
}

/** Follows a probe whose answers come in this order, the last one again and again. */
async function follow(answers: readonly Answer[], url = start) {
  const asked: string[] = [];
  const found = await followProbe(
    url,
    (next) => probeRequest(next, windows10),
    (request, redirect) => {
      asked.push(request.url);
      return Promise.resolve(answers[Math.min(redirect, answers.length - 1)] ?? answer(200));
    },
  );
  return { asked, found };
}

describe('the probe', () => {
  test.for([200, 204, 404, 405, 500])('goes on after status %i, which says that somebody is there', async (status) => {
    expect((await follow([answer(status)])).found).toEqual({ url: start });
  });

  test('sends Discover where the last redirect led, in the letter case of the answer', async () => {
    const moved = [answer(302, 'https://MDM.contoso.example/a'), answer(301, '/b?c=1'), answer(200)];
    expect(await follow(moved)).toEqual({
      found: { url: 'https://mdm.contoso.example/b?c=1' },
      asked: [start, 'https://MDM.contoso.example/a', 'https://mdm.contoso.example/b?c=1'],
    });
  });

  test('escapes what no address may have', async () => {
    const moved = [answer(302, 'https://mdm.contoso.example/\u0001ü'), answer(200)];
    expect((await follow(moved)).found?.url).toBe('https://mdm.contoso.example/%01%C3%BC');
  });

  test('follows five redirects and not a sixth', async () => {
    const onward = (count: number) => Array.from({ length: count }, (_, index) => answer(302, `/${index}`));
    expect((await follow([...onward(5), answer(200)])).found?.url).toMatch(/\/4$/);
    const endless = await follow(onward(6));
    expect(endless.found).toBeUndefined();
    expect(endless.asked).toHaveLength(6);
  });

  test.for(['http://mdm.contoso.example/', 'http://localhost/', 'ftp://mdm.contoso.example/', '//', 'https://'])(
    'does not follow a redirect to %s',
    async (location) => {
      expect(await follow([answer(302, location)])).toEqual({ asked: [start], found: undefined });
    },
  );

  test('stays on plain HTTP only where the target is plain HTTP on loopback', async () => {
    const moved = [answer(302, 'http://127.0.0.1:8081/x'), answer(200)];
    expect((await follow(moved, 'http://localhost:8080/x')).found?.url).toBe('http://127.0.0.1:8081/x');
  });

  test('ends at a redirect without an address', async () => {
    expect((await follow([answer(302)])).found).toBeUndefined();
  });

  test.for<[BreakReason, boolean]>([
    ['dns', false],
    ['refused', false],
    ['tls', false],
    ['closed', true],
    ['timeout', true],
  ])('after %s: Discover is worth a try is %s', async ([reason, worth]) => {
    const { found } = await follow([{ kind: 'broken', reason, message: 'It broke.' }]);
    expect(found !== undefined).toBe(worth);
  });
});
