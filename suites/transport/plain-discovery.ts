import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer, header, status } from '../../harness/engine/rule/departures.ts';
import { deviceImpact } from '../../harness/engine/rule/device-impact.ts';
import type { Impact } from '../../harness/engine/rule/impact.ts';

const redirects: readonly number[] = [301, 302, 303, 307, 308];

const undocumented: Impact = {
  kind: 'unknown',
  says: 'whether a device finds the server by such a redirect; only those to an absolute address are documented',
};

/** A device that trusts no certificate of the server asks here for a redirect, and believes any answer. */
export const plainDiscovery = defineCheck({
  id: 'transport/plain-discovery',
  title: 'Discovery over plain HTTP does nothing but redirect to an absolute https address',
  level: 'SHOULD',
  basis: 'security',
  requirements: ['TRN-18'],
  since: '0.1.0',
  impact: {
    kind: 'security',
    says: 'whoever is in between reads and changes what a client says to discovery over plain HTTP',
  },
  remedy: 'Redirect plain HTTP to the absolute https address of the discovery service, or do not offer it.',
  needs: { each: 'plain-probe', filter: 'attempt' },
  applies: {
    when: 'discovery is offered over plain HTTP',
    test: ({ exchange }) => exchange.answer.response !== undefined && exchange.answer.response.status < 400,
  },

  *judge(evidence) {
    const { response, headers, at } = evidence;
    if (!redirects.includes(response.status)) {
      yield {
        message: `Plain HTTP is answered with HTTP ${response.status}`,
        at: at('status'),
        expected: 'a redirect',
      };
      return;
    }
    const locations = headers('Location');
    if (locations.length === 0)
      yield { message: 'The redirect has no Location', at: at('headers'), expected: 'https://…', impact: undocumented };
    for (const field of locations) {
      if (/^\s*https:\/\/[^/]/i.test(field.value) && URL.canParse(field.value.trim())) continue;
      const impact = /^\s*http:/i.test(field.value) ? deviceImpact(evidence) : undocumented;
      yield { message: `Location is "${field.value}"`, at: field, expected: 'https://…', actual: field.value, impact };
    }
  },

  counterexamples: [
    { name: 'an answer in the clear', ...status('plain-probe', 200), and: [answer('plain-probe', { as: 'html' })] },
    {
      name: 'a redirect to http',
      ...header('plain-probe', 'Location', 'http://enroll.contoso.example/EnrollmentServer/Discovery.svc'),
    },
    { name: 'a redirect to a path', ...header('plain-probe', 'Location', '/EnrollmentServer/Discovery.svc') },
    { name: 'a redirect to nowhere', ...header('plain-probe', 'Location') },
  ],
});
