import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import type { Impact } from '../../harness/engine/rule/impact.ts';
import { witnesses } from '../../harness/engine/rule/witnesses.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import { authPolicies } from './shared/auth-policies.ts';
import { askedFor } from './shared/request.ts';

/** The documented meaning of this code. */
const noCertificate: Impact = {
  kind: 'breaks',
  hresult: '0x80180028',
  says: 'the device is asked for a certificate that it does not have',
  evidence: witnesses.constants,
};

/** A device has credentials only for the policies that it offers. */
export const offeredPolicy = defineCheck({
  id: 'discovery/offered-policy',
  title: 'AuthPolicy is one that the device offered',
  level: 'MUST',
  basis: 'windows',
  requirements: ['DISC-18'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device goes on with a policy that it did not offer' },
  remedy: 'Choose among the AuthPolicies of the request, and refuse with a fault where none will do.',
  needs: { each: 'discover' },
  applies: {
    when: 'the device offered policies and the answer chooses one that exists',
    test: (evidence) =>
      offeredBy(evidence).length > 0 &&
      authPolicies.includes(evidence.payload.textAt('d:DiscoverResult/d:AuthPolicy')?.trim() ?? ''),
  },

  *judge(evidence) {
    const offered = offeredBy(evidence);
    for (const policy of evidence.payload.all('d:DiscoverResult/d:AuthPolicy')) {
      const chosen = policy.text.trim();
      if (authPolicies.includes(chosen) && !offered.includes(chosen)) {
        yield {
          message: `AuthPolicy is "${chosen}"`,
          at: policy,
          expected: offered.join(' or '),
          actual: chosen,
          ...(chosen === 'Certificate' && { impact: noCertificate }),
        };
      }
    }
  },

  counterexamples: [{ name: 'a policy that was not offered', ...set('discover', '//d:AuthPolicy', 'Certificate') }],
});

function offeredBy(evidence: Evidence): string[] {
  const offered = askedFor(evidence)?.all('d:AuthPolicies/d:AuthPolicy') ?? [];
  return offered.map(({ text }) => text.trim());
}
