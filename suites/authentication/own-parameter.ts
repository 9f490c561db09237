import { defineCheck } from '../../harness/engine/rule/check.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import { behaves, replace } from '../../harness/engine/rule/departures.ts';
import { isFirstRequest } from './shared/start-page.ts';

/**
 * The server may keep the parameter where nobody sees it: in a cookie, in a path, or in another parameter. It is lost where the address has
 * nothing but what the browser had sent.
 */
export const ownParameter = defineCheck({
  id: 'authentication/own-parameter',
  title: 'What the server put into the query of AuthenticationServiceUrl survives a redirect of the page',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['AUTH-12'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'what the server uses its parameter for, such as the version of the device' },
  remedy: 'Redirect with the whole query of the request.',
  needs: { each: 'authenticate', filter: 'answered' },
  applies: {
    when: 'AuthenticationServiceUrl has a query, and the page redirects to an address with appru',
    test: (evidence) => isFirstRequest(evidence) && ownOf(evidence).length > 0 && redirectsOf(evidence).length > 0,
  },

  *judge(evidence) {
    const { request } = evidence.exchange;
    const sent = new URL(request.url).searchParams;
    if (evidence.headers('Set-Cookie').length > 0) return;
    for (const { to, field } of redirectsOf(evidence)) {
      const isNew = [...to.searchParams].some(([name, value]) => !sent.getAll(name).includes(value));
      if (isNew || mayCarry(to.pathname, new URL(request.url).pathname)) continue;
      for (const [name, value] of ownOf(evidence)) {
        if (to.searchParams.getAll(name).includes(value) || to.href.includes(encodeURIComponent(value))) continue;
        yield { message: `The redirect loses the parameter ${JSON.stringify(name)}`, at: field, actual: field.value };
      }
    }
  },

  counterexamples: [
    {
      name: 'a redirect that drops the query of the server',
      ...behaves({ signInRedirects: 'without-own-query' }),
      and: [replace('discover', '</AuthenticationServiceUrl>', '?os=10.0.19045</AuthenticationServiceUrl>')],
    },
  ],
});

/** The parameters before those that a device appends. */
function ownOf({ exchange }: Evidence): readonly (readonly [string, string])[] {
  const all = [...new URL(exchange.request.url).searchParams];
  const appended = all.findIndex(([name]) => name === 'appru');
  return all.slice(0, Math.max(0, appended)).filter(([, value]) => value !== '');
}

function redirectsOf({ exchange, response, headers }: Evidence) {
  if (response.status < 300 || response.status > 399) return [];
  return headers('Location').flatMap((field) => {
    const value = field.value.trim();
    if (!URL.canParse(value, exchange.request.url)) return [];
    const to = new URL(value, exchange.request.url);
    return to.searchParams.has('appru') ? [{ to, field }] : [];
  });
}

/** Whether a path has a part of its own that may stand for the parameter, such as the id of a sign-in. */
function mayCarry(path: string, before: string): boolean {
  return path !== before && path.split('/').some((part) => !/^[a-z._-]{0,20}$/i.test(part));
}
