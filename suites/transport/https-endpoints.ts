import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import type { XmlNode } from '../../harness/protocol/xml/tree.ts';

/** The credential and the certificate travel to these addresses. */
export const httpsEndpoints = defineCheck({
  id: 'transport/https-endpoints',
  title: 'Every address that Discover returns is an absolute HTTPS URL',
  level: 'MUST',
  basis: 'specification',
  requirements: ['TRN-03', 'DISC-04'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether a device goes to an address that is not https; one that does sends its credential in the clear',
  },
  remedy: 'Return absolute https addresses for the policy, enrollment and authentication services.',
  needs: { each: 'discover' },

  *judge({ payload }) {
    const path = 'd:DiscoverResult/*[substring(local-name(), string-length(local-name()) - 2) = "Url"]';
    for (const address of payload.all(path)) {
      const url = address.text.trim();
      if (url === '' && address.name === 'AuthenticationServiceUrl' && !isFederated(payload)) continue;
      if (!address.isNil && !(URL.canParse(url) && new URL(url).protocol === 'https:')) {
        yield { message: `${address.name} is "${url}"`, at: address, expected: 'https://…', actual: url };
      }
    }
  },

  counterexamples: [
    {
      name: 'an enrollment service over HTTP',
      ...set('discover', '//d:EnrollmentServiceUrl', 'http://mdm.example/e.svc'),
    },
    { name: 'a relative policy address', ...set('discover', '//d:EnrollmentPolicyServiceUrl', '/Policy.svc') },
  ],
});

/**
 * Without Federated, the device does not use the sign-in page; `discovery/unused-authentication-service` judges an
 * empty address.
 */
function isFederated(payload: XmlNode): boolean {
  return payload.textAt('d:DiscoverResult/d:AuthPolicy')?.trim() === 'Federated';
}
