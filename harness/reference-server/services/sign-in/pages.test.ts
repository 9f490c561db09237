import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Departure } from '../../../engine/rule/counterexample.ts';
import { afterLogin, behaves, header, replace, status } from '../../../engine/rule/departures.ts';
import { toFetchHandler } from '../../mount/fetch-handler.ts';
import { answerTo, texts } from '../../testing/answers.ts';
import { discoverRequest, policiesRequest, user } from '../../testing/requests.ts';
import {
  attribute,
  elementsIn,
  federatedServer,
  formsIn,
  logIn,
  settingsApp,
  signInUrl,
  startUrl,
  tokenOf,
  tokenSecurity,
} from '../../testing/sign-in.ts';

const opened = (url: string, departures: readonly Departure[] = [], init: RequestInit = {}) =>
  toFetchHandler(federatedServer({}, ...departures))(new Request(url, init));
const markup = `"><script>alert('1')</script>`;

describe('the login page', () => {
  test('names its language, its title and its fields, and loads nothing', async () => {
    const page = await opened(startUrl());
    const html = await page.text();
    expect(elementsIn(html, 'html').map((root) => attribute(root, 'lang'))).toEqual(['en']);
    expect(elementsIn(html, 'title')).toHaveLength(1);
    const labelled = elementsIn(html, 'label').map((label) => attribute(label, 'for'));
    const fields = elementsIn(html, 'input').filter((input) => attribute(input, 'type') !== 'hidden');
    expect(labelled).toEqual(fields.map((field) => attribute(field, 'id')));
    expect(html).not.toMatch(/\bsrc=|<link|<script|style=/);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-sign-in=[\w-]{22}; Path=\/; Secure; HttpOnly; SameSite=Lax$/),
    ]);
  });

  test('fills in the hint, escaped', async () => {
    const html = await (await opened(startUrl({ hint: markup }))).text();
    expect(formsIn(html)[0]?.inputs.get('username')).toBe(markup);
    expect(elementsIn(html, 'script')).toEqual([]);
    const raw = await (await opened(startUrl({ hint: markup }), [behaves({ signInPage: 'raw-login-hint' })])).text();
    expect(elementsIn(raw, 'script')).toHaveLength(1);
  });

  test.for(['https://evil.example/', 'javascript:alert(1)', '//evil.example', '', `ms-app://x${markup}`])(
    'is not there for the caller %s, which no page shows',
    async (appru) => {
      const page = await opened(startUrl({ appru }));
      expect(page.status).toBe(400);
      const html = await page.text();
      expect(formsIn(html)).toEqual([]);
      if (appru !== '') expect(html).not.toContain(appru);
    },
  );

  test('needs no hint, and a caller', async () => {
    expect((await opened(`${signInUrl}?appru=${encodeURIComponent(settingsApp)}`)).status).toBe(200);
    expect((await opened(signInUrl)).status).toBe(400);
    expect((await opened(signInUrl, [], { method: 'PUT' })).status).toBe(405);
  });

  test('takes a form only with its cookie and its proof', async () => {
    const send = (fields: Record<string, string>, cookie?: string) =>
      opened(signInUrl, [], {
        method: 'POST',
        body: new URLSearchParams({ username: user.email, password: user.password, appru: settingsApp, ...fields }),
        ...(cookie === undefined ? {} : { headers: { cookie } }),
      });
    const page = await opened(startUrl());
    const csrf = formsIn(await page.text())[0]?.inputs.get('csrf') ?? '';
    const cookie = page.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect((await send({ csrf }, cookie)).status).toBe(200);
    expect((await send({ csrf })).status).toBe(403);
    expect((await send({}, cookie)).status).toBe(403);
    expect((await send({ csrf }, '__Host-sign-in=AAAAAAAAAAAAAAAAAAAAAA')).status).toBe(403);
    expect((await send({ csrf, appru: 'ms-app://other' }, cookie)).status).toBe(403);
  });
});

describe('the last page', () => {
  test('is allowed to run its script and to leave for the caller, and has a button besides', async () => {
    const page = await logIn(federatedServer());
    const html = await page.text();
    const script = /<script>(.*)<\/script>/.exec(html)?.[1] ?? '';
    const policy = page.headers.get('content-security-policy');
    expect(policy).toContain(`script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`);
    expect(policy).toContain('form-action ms-app:');
    expect(elementsIn(html, 'button')).toHaveLength(1);
  });

  test('holds a token of XML with its escapes, and the token is taken back', async () => {
    const server = federatedServer({}, behaves({ tokenIsXml: true }));
    const token = await tokenOf(server);
    expect(token).toMatch(/^<token issuer="A &amp; B">/);
    expect((await answerTo(policiesRequest({ security: tokenSecurity(token) }), server)).status).toBe(200);
  });

  test('is for the user who signs in, whoever is hinted at', async () => {
    const other = { email: 'other@example.com', password: 'other horse' };
    const claims = async (...departures: readonly Departure[]) => {
      const server = federatedServer({ users: [user, other] }, ...departures);
      const [, payload = ''] = (await tokenOf(server, { url: startUrl({ hint: other.email }) })).split('.');
      return (JSON.parse(Buffer.from(payload, 'base64url').toString()) as { sub: string }).sub;
    };
    expect(await claims()).toBe(user.email);
    expect(await claims(behaves({ signInPage: 'trusts-login-hint' }))).toBe(other.email);
  });
});

const lastPage = async (...departures: readonly Departure[]) => {
  const page = await logIn(federatedServer({}, ...departures));
  const html = await page.text();
  return { page, html, form: formsIn(html)[0] };
};
const html = (from: string, to: string): Departure => afterLogin(replace('authenticate', from, to));

describe('a departure of the last page', () => {
  test.for<[string, readonly Departure[], string, unknown]>([
    ['another method', [html('method="post"', 'method="get"')], 'method', 'get'],
    ['another action', [html(settingsApp, 'ms-app://other')], 'action', 'ms-app://other'],
  ])('%s', async ([, departures, member, value]) => {
    expect((await lastPage(...departures)).form).toHaveProperty(member, value);
  });

  test('no wresult, or two', async () => {
    expect((await lastPage(html('"wresult"', '"token"'))).form?.inputs.has('wresult')).toBe(false);
    const twice = html(
      '<input type="hidden" name="wresult"',
      '<input name="wresult" type="hidden"><input name="wresult"',
    );
    expect(elementsIn((await lastPage(twice)).html, 'input')).toHaveLength(2);
  });

  test('a token without escapes, with two of each, or in a script', async () => {
    const wresult = async (signInPage: 'raw-token' | 'token-escaped-twice' | 'form-by-script') =>
      (await lastPage(behaves({ signInPage }))).form?.inputs.get('wresult');
    expect(await wresult('raw-token')).toBe('<token issuer=');
    expect(await wresult('token-escaped-twice')).toMatch(/^&lt;token/);
    expect(await wresult('form-by-script')).toBeUndefined();
  });

  test('another status, type or policy, and no way to go on', async () => {
    const { page } = await lastPage(
      afterLogin(status('authenticate', 201)),
      afterLogin(header('authenticate', 'Content-Type', 'text/plain')),
      afterLogin(header('authenticate', 'Content-Security-Policy', "script-src 'none'")),
    );
    expect([page.status, page.headers.get('content-type')]).toEqual([201, 'text/plain']);
    expect(page.headers.get('content-security-policy')).toBe("script-src 'none'");
    const stuck = await lastPage(html('<button type="submit">', '<button type="button">'), html('.submit()', ''));
    expect(stuck.html).not.toMatch(/submit/);
  });
});

describe('a departure on the way', () => {
  test('an address in plain HTTP', async () => {
    const plain = replace('discover', '<AuthenticationServiceUrl>https:', '<AuthenticationServiceUrl>http:');
    const { body } = await answerTo(discoverRequest({ policies: ['Federated'] }), federatedServer({}, plain));
    expect(texts(body, '//d:AuthenticationServiceUrl')[0]).toBe(signInUrl.replace('https:', 'http:'));
  });

  test.for([
    ['once', 'https:', 200],
    ['to-plain-http', 'http:', 404],
    ['endlessly', 'https:', 302],
  ] as const)('redirects %s', async ([signInRedirects, scheme, then]) => {
    const departures = [behaves({ signInRedirects })];
    const first = await opened(`${startUrl()}&os=10`, departures);
    const to = first.headers.get('location') ?? '';
    expect([first.status, to]).toEqual([302, `${startUrl().replace('https:', scheme)}&os=10&redirected=1`]);
    expect((await opened(to, departures)).status).toBe(then);
  });

  test('pages that hang on the browser, on a cookie or on the hint, and callers of any scheme', async () => {
    const shows = async (
      signInPage: 'by-user-agent' | 'demands-cookie' | 'demands-login-hint' | 'any-appru',
      url = startUrl(),
      headers = {},
    ) => formsIn(await (await opened(url, [behaves({ signInPage })], { headers })).text()).length;
    expect(await shows('by-user-agent', undefined, { 'user-agent': 'MSAuthHost/1.0' })).toBe(0);
    expect(await shows('by-user-agent', undefined, { 'user-agent': 'Edg/130.0' })).toBe(1);
    expect(await shows('demands-cookie')).toBe(0);
    expect(await shows('demands-cookie', undefined, { cookie: '__Host-sign-in=x' })).toBe(1);
    expect(await shows('demands-login-hint', startUrl({ hint: 'nobody@example.com' }))).toBe(0);
    expect(await shows('demands-login-hint')).toBe(1);
    expect(await shows('any-appru', startUrl({ appru: 'https://evil.example' }))).toBe(1);
    const raw = await opened(startUrl({ appru: markup }), [behaves({ signInPage: 'raw-appru' })]);
    expect(elementsIn(await raw.text(), 'script')).toHaveLength(1);
  });
});
