import { remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { nilElements } from './nil-elements.ts';

testCheck(nilElements, {
  fails: ['AuthenticationServiceUrl is nil and has content', 'AuthenticationServiceUrl is nil and has content'],
  inapplicable: {
    'no nil element': remove('discover', '//d:AuthenticationServiceUrl'),
    'an element that says that it is not nil': set('discover', '//d:AuthenticationServiceUrl/@xsi:nil', 'false'),
  },
});
