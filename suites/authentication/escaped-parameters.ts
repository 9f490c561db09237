import { defineCheck } from '../../harness/engine/rule/check.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import { brokenPlaces } from './shared/probe-markup.ts';

/** Whoever makes a user follow a link to the page writes its parameters. */
export const escapedParameters = defineCheck({
  id: 'authentication/escaped-parameters',
  title: 'The pages of the sign-in show no markup of appru and login_hint as their own',
  level: 'MUST',
  basis: 'security',
  requirements: ['AUTH-08'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'security', says: 'a link to the page runs a script of its author, which gets password and token' },
  remedy:
    'Write each parameter with the escapes of its place: those of HTML in text and attributes, those of JSON with \\u003c for "<" in a script.',
  needs: { each: 'authenticate', where: { deviation: 'sign-in-markup' } },

  *judge(evidence) {
    if (!isShown(evidence)) return;
    const places = brokenPlaces(evidence.page);
    if (places.length === 0) return;
    const what = evidence.exchange.label?.variant ?? 'markup in its address';
    yield { message: `The page shows ${what} as its own: ${places.join(', ')}`, at: evidence.at('body') };
  },

  counterexamples: [
    { name: 'a login_hint as it is', ...behaves({ signInPage: 'raw-login-hint' }) },
    { name: 'a refused appru as it is', ...behaves({ signInPage: 'raw-appru' }) },
    { name: 'a login_hint with its quotation marks', ...behaves({ signInPage: 'quotes-of-login-hint' }) },
    { name: 'a login_hint in a script, without its escapes', ...behaves({ signInPage: 'login-hint-in-script' }) },
  ],
});

/** A browser shows neither the body of a redirect nor what is said to be no HTML. */
function isShown(evidence: Evidence): boolean {
  if (evidence.state === 'broken') return false;
  const { status } = evidence.response;
  if (status >= 300 && status < 400) return false;
  const [type] = evidence.headers('Content-Type');
  return type === undefined || type.value.trim() === '' || /^\s*(?:text\/html|[\w./+-]*\bxml)\b/i.test(type.value);
}
