import { attribute, remove } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { cryptoProviders } from './crypto-providers.ts';

testCheck(cryptoProviders, {
  fails: ['cryptoProviders is neither nil nor names a provider', 'cryptoProviders is neither nil nor names a provider'],
  passes: { 'a single provider': remove('get-policies', '//x:provider[2]') },
  inapplicable: {
    'a nil list': [
      remove('get-policies', '//x:provider'),
      attribute('get-policies', '//x:cryptoProviders', '{http://www.w3.org/2001/XMLSchema-instance}nil', 'true'),
    ],
  },
});
