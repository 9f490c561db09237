import { behaves, replace } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { ownParameter } from './own-parameter.ts';

const own = replace('discover', '</AuthenticationServiceUrl>', '?os=10.0.19045</AuthenticationServiceUrl>');

testCheck(ownParameter, {
  fails: ['The redirect loses the parameter "os"'],
  passes: { 'a redirect with the whole query': [behaves({ signInRedirects: 'once' }), own] },
  inapplicable: {
    'a redirect of an address without a query': behaves({ signInRedirects: 'once' }),
    'a query without a redirect': own,
  },
  cleanIs: 'inapplicable',
});
