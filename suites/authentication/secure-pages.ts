import { defineCheck } from '../../harness/engine/rule/check.ts';
import { replace } from '../../harness/engine/rule/departures.ts';
import type { HtmlForm } from '../../harness/protocol/html/html-form.ts';

/** Redirects of a page to plain HTTP are for `transport/secure-redirect`. */
export const securePages = defineCheck({
  id: 'authentication/secure-pages',
  title: 'No page of the sign-in leads to plain HTTP by itself, nor sends a password or a token there',
  level: 'MUST',
  basis: 'security',
  requirements: ['AUTH-19'],
  since: '0.1.0',
  impact: { kind: 'security', says: 'anybody on the network reads the password or the token' },
  remedy: 'Write https into the action of each form and into each meta refresh, or a path without a host.',
  needs: { each: 'authenticate', filter: 'answered' },
  applies: {
    when: 'the page came over HTTPS',
    test: ({ exchange }) => exchange.request.url.startsWith('https:'),
  },

  *judge({ page, at }) {
    const { forms, refresh } = page;
    for (const { action } of forms.filter(carriesSecret).filter(({ address = '' }) => isPlain(address))) {
      yield {
        message: `A form with a password or a token goes to ${JSON.stringify(action)}`,
        at: at('body'),
        actual: action,
      };
    }
    if (refresh !== undefined && isPlain(refresh)) {
      yield { message: `The page leads to ${JSON.stringify(refresh)} by itself`, at: at('body'), actual: refresh };
    }
  },

  counterexamples: [
    {
      name: 'a login form that goes to plain HTTP',
      ...replace(
        'authenticate',
        '<form method="post" action="/',
        '<form method="post" action="http://login.contoso.example/',
      ),
    },
    {
      name: 'a page that leads to plain HTTP',
      ...replace(
        'authenticate',
        '<meta charset="utf-8">',
        '<meta charset="utf-8"><meta http-equiv="refresh" content="0; url=http://login.contoso.example/">',
      ),
    },
  ],
});

function carriesSecret({ fields }: HtmlForm): boolean {
  return fields.some(({ name, type }) => type === 'password' || name === 'wresult');
}

function isPlain(address: string): boolean {
  return /^http:/i.test(address);
}
