import { defineCheck } from '../../harness/engine/rule/check.ts';
import { append, remove } from '../../harness/engine/rule/departures.ts';
import { hasResult, valuesOf } from './shared/result.ts';

/** Without Federated, no user signs in on a page, so an address for it suggests a wrong AuthPolicy. */
export const unusedAuthenticationService = defineCheck({
  id: 'discovery/unused-authentication-service',
  title: 'AuthenticationServiceUrl is absent or nil unless AuthPolicy is Federated',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['DISC-07'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'what a device makes of this address under another policy; published answers have it with Federated only',
  },
  remedy: 'Leave AuthenticationServiceUrl out where nobody signs in on a page.',
  needs: { each: 'discover' },
  applies: {
    when: 'AuthPolicy is not Federated',
    test: (evidence) =>
      hasResult.test(evidence) && evidence.payload.textAt('d:DiscoverResult/d:AuthPolicy')?.trim() !== 'Federated',
  },

  *judge({ payload }) {
    for (const address of valuesOf(payload, 'AuthenticationServiceUrl')) {
      const actual = address.text.trim();
      yield { message: `AuthenticationServiceUrl is "${actual}"`, at: address, actual };
    }
  },

  counterexamples: [
    {
      name: 'an OnPremise answer with a sign-in page',
      ...remove('discover', '//d:AuthenticationServiceUrl'),
      and: [
        append(
          'discover',
          '//d:DiscoverResult',
          '<AuthenticationServiceUrl>https://sts.contoso.example/login</AuthenticationServiceUrl>',
        ),
      ],
    },
  ],
});
