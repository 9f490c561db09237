import { defineCheck } from '../../harness/engine/rule/check.ts';
import { afterLogin, header, status } from '../../harness/engine/rule/departures.ts';

/** A window shows any page; the published ones are of this kind. */
export const lastPage = defineCheck({
  id: 'authentication/last-page',
  title: 'The page that ends the sign-in has the status 200 and the type text/html',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['AUTH-03'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the window shows the page and submits its form' },
  remedy: 'Send the page that holds the token with HTTP 200 and Content-Type: text/html.',
  needs: { each: 'authenticate' },

  *judge(evidence) {
    const { status } = evidence.response;
    if (status !== 200) yield { message: `The page has the status ${status}`, at: evidence.at('status') };
    const [type] = evidence.headers('Content-Type');
    if (type === undefined) yield { message: 'The page has no Content-Type', at: evidence.at('headers') };
    else if (!/^\s*text\/html\s*(?:;|$)/i.test(type.value)) {
      yield { message: `Content-Type is ${JSON.stringify(type.value)}`, at: type, actual: type.value };
    }
  },

  counterexamples: [
    { name: 'a plain text', ...afterLogin(header('authenticate', 'Content-Type', 'text/plain; charset=utf-8')) },
    { name: 'no Content-Type', ...afterLogin(header('authenticate', 'Content-Type')) },
    { name: 'the status 201', ...afterLogin(status('authenticate', 201)) },
  ],
});
