import { defineCheck } from '../../harness/engine/rule/check.ts';
import { header, status } from '../../harness/engine/rule/departures.ts';

const redirects: readonly number[] = [301, 302, 303, 307, 308];

/** The user is asked to accept the address that a redirect names, so it has to name one. */
export const probeRedirect = defineCheck({
  id: 'discovery/probe-redirect',
  title: 'A redirect of the probe names one absolute address',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['TRN-17'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether a device finds the server by such a redirect; only redirects to an absolute address are documented',
  },
  remedy: 'Send one Location with the absolute https address of the discovery service.',
  needs: { each: 'probe' },
  applies: { when: 'the probe is redirected', test: ({ response }) => redirects.includes(response.status) },

  *judge({ headers, at }) {
    const [location, second] = headers('Location');
    if (!location) yield { message: 'The redirect has no Location', at: at('headers'), expected: 'https://…' };
    if (second) yield { message: 'The redirect has more than one Location', at: second };
    if (location && !/^\s*https?:\/\//i.test(location.value)) {
      yield { message: `Location is "${location.value}"`, at: location, expected: 'https://…', actual: location.value };
    }
  },

  counterexamples: [
    { name: 'a redirect to nowhere', ...status('probe', 302) },
    {
      name: 'a redirect to a path',
      ...status('probe', 301),
      and: [header('probe', 'Location', '/tenant/EnrollmentServer/Discovery.svc')],
    },
  ],
});
