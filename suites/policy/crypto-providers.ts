import { defineCheck } from '../../harness/engine/rule/check.ts';
import { remove, set } from '../../harness/engine/rule/departures.ts';
import { privateKeyPath } from './shared/paths.ts';
import { hasValue, valuesAt } from './shared/values.ts';

const path = `${privateKeyPath}/x:cryptoProviders`;

/** Where Windows keeps its key: one of these, or any where the list is nil. */
export const cryptoProviders = defineCheck({
  id: 'policy/crypto-providers',
  title: 'cryptoProviders, where it is not nil, names at least one provider',
  level: 'MUST',
  basis: 'specification',
  requirements: ['POL-24'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device finds a provider to make its key with' },
  remedy: 'Name a provider, for example Microsoft Software Key Storage Provider, or send nil.',
  needs: { each: 'get-policies' },
  applies: { when: 'cryptoProviders is not nil', test: ({ payload }) => hasValue(payload, path) },

  *judge({ payload }) {
    for (const providers of valuesAt(payload, path)) {
      if (providers.all('x:provider').every(({ text }) => text.trim() === '')) {
        yield { message: 'cryptoProviders is neither nil nor names a provider', at: providers };
      }
    }
  },

  counterexamples: [
    { name: 'an empty list', ...remove('get-policies', '//x:provider') },
    { name: 'providers without names', ...set('get-policies', '//x:provider', '') },
  ],
});
