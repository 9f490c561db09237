import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';

/** One certificate, one trust decision: Microsoft's pages bind the two services to one name. */
export const sameHost = defineCheck({
  id: 'transport/same-host',
  title: 'Policy service and enrollment service share one host name',
  level: 'MUST',
  basis: 'documentation',
  requirements: ['TRN-21'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device goes on; Microsoft states that the host names must be the same' },
  remedy: 'Serve policy and enrollment under one host name.',
  needs: { each: 'discover' },
  applies: {
    when: 'both addresses can be parsed',
    test: ({ payload }) =>
      ['d:EnrollmentPolicyServiceUrl', 'd:EnrollmentServiceUrl'].every((name) =>
        URL.canParse(payload.textAt(`d:DiscoverResult/${name}`)?.trim() ?? ''),
      ),
  },

  *judge({ payload }) {
    const policy = payload.find('d:DiscoverResult/d:EnrollmentPolicyServiceUrl');
    const enrollment = payload.find('d:DiscoverResult/d:EnrollmentServiceUrl');
    if (!policy || !enrollment) return;
    const [actual, expected] = [new URL(policy.text.trim()).hostname, new URL(enrollment.text.trim()).hostname];
    if (actual !== expected) {
      yield {
        message: `The policy service is on ${actual}, the enrollment service on ${expected}`,
        at: policy,
        expected,
        actual,
      };
    }
  },

  counterexamples: [
    {
      name: 'a policy service on another host',
      ...set('discover', '//d:EnrollmentPolicyServiceUrl', 'https://policy.example/p.svc'),
    },
  ],
});
