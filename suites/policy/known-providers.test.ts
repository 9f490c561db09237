import { remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { knownProviders } from './known-providers.ts';

testCheck(knownProviders, {
  fails: ['cryptoProviders names "Contoso Provider", "Contoso Provider"'],
  passes: {
    'a provider of its own before one of Windows': set('get-policies', '//x:provider[1]', 'Contoso Provider'),
    'an older provider': set('get-policies', '//x:provider', 'Microsoft Strong Cryptographic Provider'),
  },
  inapplicable: { 'no provider, of which another check speaks': remove('get-policies', '//x:provider') },
});
