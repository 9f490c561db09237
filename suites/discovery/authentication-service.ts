import { defineCheck } from '../../harness/engine/rule/check.ts';
import { remove, set } from '../../harness/engine/rule/departures.ts';
import { valuesOf } from './shared/result.ts';

/** The page on which the user signs in and gets the token that a Federated enrollment needs. */
export const authenticationService = defineCheck({
  id: 'discovery/authentication-service',
  title: 'A Federated answer has an AuthenticationServiceUrl',
  level: 'MUST',
  basis: 'documentation',
  requirements: ['DISC-05'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'the device has no page on which the user could sign in',
    evidence: {
      by: 'specified',
      source:
        'MS-MDE2 18.0, section 3.2: the page of AuthenticationServiceUrl gives the token of a Federated enrollment',
    },
  },
  remedy: 'Return the address of the sign-in page in AuthenticationServiceUrl, or choose another AuthPolicy.',
  needs: { each: 'discover' },
  applies: {
    when: 'AuthPolicy is Federated',
    test: ({ payload }) => payload.textAt('d:DiscoverResult/d:AuthPolicy')?.trim() === 'Federated',
  },

  *judge({ payload }) {
    if (valuesOf(payload, 'AuthenticationServiceUrl').length > 0) return;
    const empty = payload.find('d:DiscoverResult/d:AuthenticationServiceUrl');
    yield {
      message: empty ? 'AuthenticationServiceUrl is nil' : 'DiscoverResult has no AuthenticationServiceUrl',
      at: empty ?? payload.find('d:DiscoverResult') ?? payload,
      expected: 'https://…',
    };
  },

  counterexamples: [
    {
      name: 'no address',
      ...set('discover', '//d:AuthPolicy', 'Federated'),
      and: [remove('discover', '//d:AuthenticationServiceUrl')],
    },
    { name: 'a nil address', ...set('discover', '//d:AuthPolicy', 'Federated') },
  ],
});
