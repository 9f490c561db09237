import type { SignInBehaviour } from '../../../engine/rule/sign-in-behaviour.ts';
import type { Header, HttpRequest, HttpResponse } from '../../../wire/exchange/exchange.ts';
import { httpResponse } from '../../mount/reply.ts';
import { names, type User } from '../user.ts';
import { commonHeaders, type Desk } from '../envelope.ts';
import { faultResponse } from '../fault.ts';
import type { IsRightPassword } from '../right-password.ts';
import type { Answered } from '../soap-exchange.ts';
import { loginPage, messagePage, refusalPage, tokenPage, type Page } from './pages.ts';
import { cookieOf, createPendingSignIns } from './pending-sign-in.ts';
import { redirected } from './redirects.ts';
import type { TokenIssuer } from './token-issuer.ts';

/** What the sign-in page of one server is made from. */
export interface SignInDesk extends Desk {
  readonly seed: string;
  /** The path of the page. */
  readonly path: string;
  readonly users: readonly [User, ...User[]];
  readonly behaviour: SignInBehaviour;
  readonly isRight: IsRightPassword;
  readonly tokens: TokenIssuer;
}

/** Answers a GET of the sign-in page, or its form. */
export type SignIn = (request: HttpRequest) => Answered;

/** An answer before it is written. */
interface Shown {
  readonly page: Page;
  /** The server refuses to go on. */
  readonly refuses?: true;
  /** The id of the sign-in that a cookie has to keep. */
  readonly begins?: string;
}

/** Where the form of the page goes when it carries the token: an application, and nobody on the network (MS-MDE2 3.2). */
const application = /^ms-app:\/\/[^\s"'<>\\]+$/i;

/** The sign-in page of a federated server: it asks for user and password, and gives the token to the calling application. */
export function signInService(desk: SignInDesk): SignIn {
  const { path, users, behaviour, isRight, tokens } = desk;
  const { signInPage: defect } = behaviour;
  const pending = createPendingSignIns(desk.seed);

  const start = (request: HttpRequest): Shown => {
    const { searchParams } = new URL(request.url);
    const [appru, ...others] = searchParams.getAll('appru');
    const username = searchParams.get('login_hint') ?? '';
    const id = pending.begin();
    if (appru === undefined || others.length > 0) return refusing(400, 'The address needs exactly one appru.');
    if (!isApplication(appru, defect)) return refusingCaller(appru, defect);
    if (defect === 'demands-cookie' && pending.idOf(request) === undefined) {
      return { ...refusing(403, 'Your browser has no cookie of this page.'), begins: id };
    }
    if (!isShownTo(request, defect)) return refusing(403, 'This browser is not supported.');
    if (defect === 'demands-login-hint' && !users.some(({ email }) => names(username, email))) return nothing;
    return { page: loginPage({ action: path, appru, csrf: pending.proofOf(id, appru), username, defect }), begins: id };
  };

  const finish = (request: HttpRequest): Shown => {
    const fields = new URLSearchParams(Buffer.from(request.body).toString('utf8'));
    const field = (name: string): string => fields.get(name) ?? '';
    const [appru, username, csrf] = [field('appru'), field('username').trim(), field('csrf')];
    const id = pending.idOf(request);
    if (!isApplication(appru, defect)) return refusingCaller(appru, defect);
    if (id === undefined || !pending.isProven(id, appru, csrf)) {
      return refusing(403, 'This sign-in has ended. Begin it again on your device.');
    }
    const user = users.find(({ email }) => names(username, email));
    if (user === undefined || !isRight(field('password'), user.password)) {
      const problem = 'The user name or the password is not right.';
      return { page: loginPage({ action: path, appru, csrf, username, problem, defect }), refuses: true };
    }
    if (defect === 'binds-login-hint' && !names(field('login_hint'), user.email)) {
      return refusing(403, 'You are not the user of this device.');
    }
    const hinted = users.find(({ email }) => names(field('login_hint'), email));
    const owner = defect === 'trusts-login-hint' ? (hinted ?? user) : user;
    return { page: tokenPage(appru, tokens.issue(owner), defect) };
  };

  return (request) => {
    if (request.method === 'HEAD') return answered(desk, 'other', plain(200, [contentType], desk));
    if (request.method !== 'GET' && request.method !== 'POST') {
      return answered(desk, 'other', plain(405, [['Allow', 'GET, HEAD, POST']], desk));
    }
    const elsewhere = request.method === 'GET' ? redirected(request.url, behaviour) : undefined;
    if (elsewhere !== undefined) return answered(desk, 'authenticate', plain(302, [['Location', elsewhere]], desk));
    const shown = request.method === 'GET' ? start(request) : finish(request);
    const control = () => written({ page: tokenPage(settings, tokens.issue(users[0]), defect) }, desk);
    return {
      ...answered(desk, shown.refuses === true ? 'authenticate fault' : 'authenticate', written(shown, desk)),
      success: control,
    };
  };
}

/** The appru of the Settings app (MS-MDE2 3.2). */
const settings = 'ms-app://windows.immersivecontrolpanel';

const nothing: Shown = { page: { status: 200, html: '', policy: "default-src 'none'" } };

function isApplication(appru: string, defect: SignInBehaviour['signInPage']): boolean {
  return defect === 'any-appru' || application.test(appru);
}

function refusing(status: 400 | 403, says: string): Shown {
  return { page: refusalPage(status, says), refuses: true };
}

function refusingCaller(appru: string, defect: SignInBehaviour['signInPage']): Shown {
  if (defect === 'raw-appru') return { page: messagePage(400, `<p>No application: ${appru}</p>`), refuses: true };
  return refusing(400, 'The appru of the address names no application of Windows.');
}

function isShownTo({ headers }: HttpRequest, defect: SignInBehaviour['signInPage']): boolean {
  const [, browser = ''] = headers.find(([name]) => name.toLowerCase() === 'user-agent') ?? [];
  if (defect === 'for-broker-only') return browser.includes('MSAuthHost/');
  return defect !== 'by-user-agent' || /\bEdg(?:e|A)?\//.test(browser);
}

const contentType: Header = ['Content-Type', 'text/html; charset=utf-8'];

function written({ page, begins }: Shown, { now }: Desk): HttpResponse {
  const cookie: readonly Header[] = begins === undefined ? [] : [['Set-Cookie', cookieOf(begins)]];
  const headers: readonly Header[] = [
    contentType,
    ['Content-Security-Policy', page.policy],
    ['Referrer-Policy', 'no-referrer'],
    ['X-Content-Type-Options', 'nosniff'],
    ...cookie,
    ...uncached(now()),
  ];
  return httpResponse(page.status, headers, Buffer.from(page.html, 'utf8'));
}

function plain(status: number, headers: readonly Header[], { now }: Desk): HttpResponse {
  return httpResponse(status, [...headers, ...uncached(now())], new Uint8Array());
}

/** No cache keeps a page with a token. */
function uncached(instant: Date): readonly Header[] {
  return commonHeaders(instant).map(([name, value]) => [name, name === 'Cache-Control' ? 'no-store' : value]);
}

function answered(desk: Desk, answering: Answered['answering'], response: HttpResponse): Answered {
  return { answering, response, fault: (fault) => faultResponse(fault, undefined, desk), success: () => response };
}
