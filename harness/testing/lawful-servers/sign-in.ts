import { createHash } from 'node:crypto';
import { afterLogin, behaves, header, replace } from '../../engine/rule/departures.ts';
import type { HttpResponse } from '../../wire/exchange/exchange.ts';
import { httpResponse, withBody } from '../../reference-server/mount/reply.ts';
import { escapeHtml } from '../../reference-server/services/sign-in/escape-html.ts';
import type { About, Vary } from '../varied-run.ts';
import type { LawfulServer } from './lawful-server.ts';

const host = 'https://enterpriseenrollment.contoso.example';
const path = '/EnrollmentServer/Authenticate';
const login = 'https://login.contoso.example';
const noButton = afterLogin(replace('authenticate', '<button type="submit">Continue</button>', ''));
const noScript = afterLogin(replace('authenticate', '<script>document.forms[0].submit();</script>', ''));
const policy = (value: string) => afterLogin(header('authenticate', 'Content-Security-Policy', value));

function page(status: number, html: string, ...headers: readonly (readonly [string, string])[]): HttpResponse {
  const fields = [['Content-Type', 'text/html; charset=utf-8'], ...headers] as const;
  return httpResponse(status, fields, Buffer.from(`<!DOCTYPE html><html lang="en"><body>${html}</body></html>`));
}

function cookieIn({ request }: About, name: string): string | undefined {
  const field = request.headers.find(([header]) => header.toLowerCase() === 'cookie')?.[1] ?? '';
  return new RegExp(`(?:^|; )${name}=([^;]*)`).exec(field)?.[1];
}

function isAt({ request: { url, method } }: About, wanted: string, by: 'GET' | 'POST'): boolean {
  return method === by && URL.canParse(url) && new URL(url).pathname === wanted;
}

/** The login form of the reference server in two pages; the second one is for whoever has the cookie of the first. */
const inThreePages: Vary = (response, about) => {
  if (isAt(about, path, 'GET') && response.status === 200) {
    const first = Buffer.from(response.body)
      .toString()
      .replace(`action="${path}"`, 'action="/login/password"')
      .replace(/<p><label for="password">.*?<\/p>/s, '');
    const cookies = [['Set-Cookie', 'step=1; Path=/login; Secure; HttpOnly']] as const;
    return withBody({ ...response, headers: [...response.headers, ...cookies] }, Buffer.from(first));
  }
  if (!isAt(about, '/login/password', 'POST')) return response;
  if (cookieIn(about, 'step') !== '1') return page(403, '<p>Cookies are needed.</p>');
  const kept = [...new URLSearchParams(Buffer.from(about.request.body).toString())];
  const inputs = kept.map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`);
  return page(
    200,
    `<form method="post" action="${path}">${inputs.join('')}<input type="password" name="password"><button>Go</button></form>`,
  );
};

/** Changes the pages that are shown before the login. */
const beforeLogin =
  (change: (html: string, about: About) => string): Vary =>
  (response, about) =>
    isAt(about, path, 'GET') && response.status === 200
      ? withBody(response, Buffer.from(change(Buffer.from(response.body).toString(), about)))
      : response;

const refusals =
  (instead: HttpResponse): Vary =>
  (response, about) =>
    isAt(about, path, 'GET') && response.status === 400 ? instead : response;

function hintOf({ request }: About): string {
  return new URL(request.url).searchParams.get('login_hint') ?? '';
}

const script = 'document.forms[0].submit();';
const hash = createHash('sha384').update(script).digest('base64');

const servers: readonly LawfulServer[] = [
  { name: 'has its login on three pages, with cookies of each', vary: inThreePages },
  {
    name: 'redirects to the login on another host',
    route: ({ url }) => url.replace(login, host),
    vary: (response, about) =>
      isAt(about, path, 'GET') && about.request.url.startsWith(host)
        ? httpResponse(302, [['Location', about.request.url.replace(host, login)]], new Uint8Array())
        : response,
  },
  { name: 'ends with a button alone', departures: [noScript] },
  { name: 'ends with a script alone', departures: [noButton] },
  { name: 'refuses another appru with 403 and a page', vary: refusals(page(403, '<h1>Forbidden</h1>')) },
  {
    name: 'redirects another appru to a page of its own',
    vary: (response, about) =>
      isAt(about, '/error', 'GET')
        ? page(200, '<p>Ask your administrator.</p>')
        : refusals(httpResponse(302, [['Location', '/error']], new Uint8Array()))(response, about),
  },
  {
    name: 'says to another appru that it refuses',
    vary: (response, about) => {
      const appru = isAt(about, path, 'GET') ? new URL(about.request.url).searchParams.get('appru') : null;
      const to = `${appru ?? ''}?error=access_denied&error_description=no`;
      return appru !== null && /^https?:/.test(appru)
        ? httpResponse(302, [['Location', to]], new Uint8Array())
        : response;
    },
  },
  {
    name: 'gives the token to the Settings app whatever the appru is',
    route: ({ url }) =>
      url.includes(`${path}?`) ? url.replace(/appru=[^&]*/, 'appru=ms-app%3A%2F%2Fwindows.immersivecontrolpanel') : url,
  },
  { name: 'ignores the hint', vary: beforeLogin((html) => html.replace(/(name="username"[^>]*) value="[^"]*"/, '$1')) },
  {
    name: 'shows the hint in a script, as JSON',
    vary: beforeLogin((html, about) => {
      const hint = JSON.stringify(hintOf(about)).replaceAll('<', '\\u003c');
      return html.replace('</form>', () => `</form><script>// it's the user\nvar hint = ${hint};</script>`);
    }),
  },
  {
    name: 'says what a hint is that it cannot read',
    vary: (response, about) =>
      isAt(about, path, 'GET') && hintOf(about).includes('<')
        ? page(400, `<p title='${escapeHtml(hintOf(about))}'>${escapeHtml(hintOf(about))}</p>`)
        : response,
  },
  {
    name: 'shows its login below Negotiate',
    vary: (response, about) =>
      isAt(about, path, 'GET') && response.status === 200
        ? { ...response, status: 401, headers: [...response.headers, ['WWW-Authenticate', 'Negotiate']] }
        : response,
  },
  {
    name: 'allows its script by another hash in its policy',
    departures: [policy(`default-src 'none'; script-src 'sha384-${hash}'`), noButton],
  },
  {
    name: 'has a policy for reports alone',
    departures: [
      afterLogin(header('authenticate', 'Content-Security-Policy')),
      afterLogin(header('authenticate', 'Content-Security-Policy-Report-Only', "default-src 'none'")),
      noButton,
    ],
  },
  { name: 'allows any form and no script in its policy', departures: [policy("default-src 'none'; form-action *")] },
  { name: 'redirects its page once', departures: [behaves({ signInRedirects: 'once' })] },
  { name: 'has a token that is XML', departures: [behaves({ tokenIsXml: true })] },
];

/** Servers with other pages to sign in at. */
export const signInServers: readonly LawfulServer[] = servers.map((server) => ({ ...server, auth: 'federated' }));
