import { append } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { registrationAuthorityReference } from './registration-authority-reference.ts';

testCheck(registrationAuthorityReference, {
  cleanIs: 'inapplicable',
  fails: ['oIDReference "77" equals no oIDReferenceID', 'oIDReference "78" equals no oIDReferenceID'],
  passes: {
    'a key usage that is listed': append(
      'get-policies',
      '//x:rARequirements',
      '<x:rAEKUs><x:oIDReference>1</x:oIDReference></x:rAEKUs>',
    ),
  },
});
