import { endFormOf, tokenInput } from '../../protocol/html/end-form.ts';
import { readPage } from '../../protocol/html/read-page.ts';
import type { HtmlPage } from '../../protocol/html/read-page.ts';
import type { Answer, Header, HttpRequest } from '../../wire/exchange/exchange.ts';
import type { Reveal } from '../../wire/redaction/secret-register.ts';
import { Secret } from '../../wire/redaction/secret.ts';
import type { Browser } from './browsers.ts';
import { createCookies } from './cookies.ts';
import { webRequest } from './web-request.ts';
import type { WebBody } from './web-request.ts';

/** What a window needs of its device. */
export interface WindowParts {
  /** Sends and records a request; `name` is the step of the sign-in. */
  readonly send: (request: HttpRequest, name: string) => Promise<Answer>;
  readonly reveal: Reveal;
  /** Whether a device would open this address. */
  readonly accepts: (url: string) => boolean;
  /** What shows the pages. Default: the broker. */
  readonly browser?: Browser;
  /** Whether the window closes when a page leads to this address, and hands it over. Default: no address closes it. */
  readonly closes?: (url: string) => boolean;
}

/** Where a request of the window ended: at a page, or at what keeps the sign-in from going on. */
export type Arrival =
  | { readonly kind: 'page'; readonly url: string; readonly page: HtmlPage }
  | { readonly kind: 'stopped'; readonly problem: string }
  /** The address that closed the window. */
  | { readonly kind: 'closed'; readonly to: string };

/** The window in which a user signs in: it follows redirects and keeps cookies. It runs no scripts. */
export interface WebWindow {
  /** `headers` go with this request only. */
  readonly open: (url: string, name: string, headers?: readonly Header[]) => Promise<Arrival>;
  readonly submit: (url: string, from: string, body: WebBody, name: string) => Promise<Arrival>;
}

const redirects: readonly number[] = [301, 302, 303, 307, 308];
/** Of these, the method and the body stay. */
const repeating: readonly number[] = [307, 308];
/** In one sign-in, whichever page they follow. */
const mostRedirects = 20;

interface Step {
  readonly url: string;
  readonly from?: string;
  readonly body?: WebBody;
  readonly name: string;
  readonly headers?: readonly Header[];
}

/** A window without cookies, as each sign-in begins. No fault of the server makes it throw. */
export function createWebWindow({
  send,
  reveal,
  accepts,
  browser = 'broker',
  closes = () => false,
}: WindowParts): WebWindow {
  const cookies = createCookies(reveal);
  const seen = new Set<string>();
  let redirected = 0;

  const go = async (step: Step): Promise<Arrival> => {
    const { url, from, body, name, headers = [] } = step;
    if (!accepts(url)) return stopped(`${name} leads to ${addressIn(url)}, which a device does not open`);
    const kept = [...headers, ...cookies.forUrl(url)];
    const same = JSON.stringify([url, kept, body && Buffer.from(body.bytes).toString('base64')]);
    if (seen.has(same)) return stopped(`${name} leads back to ${addressIn(url)} without a change: a loop`);
    seen.add(same);
    const request = webRequest(url, { kept, browser, ...(from === undefined ? {} : { from }) }, body);
    const answer = await send(withoutFragment(request), name);
    if (answer.kind === 'broken')
      return stopped(`${name} got no complete answer (${answer.message.replace(/\.$/, '')})`);
    const { response } = answer;
    cookies.take(url, response);
    if (redirects.includes(response.status)) return await redirect(step, answer);
    const isRefusal =
      (body !== undefined || response.status === 401) && response.status >= 400 && response.status < 500;
    if (!isRefusal && (response.status < 200 || response.status > 299))
      return stopped(`${name} got HTTP ${response.status}`);
    const type = headerIn(answer, 'content-type');
    const page = readPage(response.body, type, url);
    noteTokens(page, reveal);
    if (isRefusal && page.forms.length === 0) return stopped(`${name} got HTTP ${response.status}`);
    if (page.refresh !== undefined && closes(page.refresh)) return { kind: 'closed', to: page.refresh };
    return page.refresh === undefined || endFormOf(page) ? { kind: 'page', url, page } : await next(page.refresh, url);
  };

  const redirect = async (step: Step, answer: Answer): Promise<Arrival> => {
    const { url, body, name } = step;
    const status = answer.response?.status ?? 0;
    const location = headerIn(answer, 'location')?.trim();
    if (location === undefined || !URL.canParse(location, url)) {
      return stopped(`${name} got HTTP ${status} without an address to go to`);
    }
    if (closes(location)) return { kind: 'closed', to: location };
    const to = new URL(location, url).href;
    if (!/^https?:/i.test(to)) {
      return stopped(`${name} led to ${addressIn(to)} by HTTP ${status}; a device reads the token from a form`);
    }
    return await next(to, url, repeating.includes(status) ? body : undefined);
  };

  const next = async (url: string, from: string, body?: WebBody): Promise<Arrival> => {
    redirected += 1;
    if (redirected > mostRedirects) return stopped(`the pages redirected more than ${mostRedirects} times`);
    return await go({ url, from, ...(body ? { body } : {}), name: `sign-in-redirect-${redirected}` });
  };

  return {
    open: (url, name, headers = []) => go({ url, name, headers }),
    submit: (url, from, body, name) => go({ url, from, body, name }),
  };
}

/** A token is a secret as soon as a page shows it, whatever else is wrong with the page. */
function noteTokens({ forms }: HtmlPage, reveal: Reveal): void {
  for (const { name, value } of forms.flatMap(({ fields }) => fields)) {
    if (name === tokenInput && value.trim() !== '') reveal(new Secret('token', value));
  }
}

function stopped(problem: string): Arrival {
  return { kind: 'stopped', problem };
}

/** No browser sends the fragment. */
function withoutFragment(request: HttpRequest): HttpRequest {
  return { ...request, url: request.url.replace(/#.*$/s, '') };
}

/** An address without its query and its user information, which may hold a secret. */
function addressIn(url: string): string {
  return url
    .replace(/[?#].*$/s, '')
    .replace(/\/\/[^/@]*@/, '//')
    .slice(0, 200);
}

function headerIn({ response }: Answer, wanted: string): string | undefined {
  return response?.headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
}
