import { append } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { keyArchivalReference } from './key-archival-reference.ts';

testCheck(keyArchivalReference, {
  cleanIs: 'inapplicable',
  fails: ['symmetricAlgorithmOIDReference "77" equals no oIDReferenceID'],
  passes: {
    'an algorithm that is listed': append(
      'get-policies',
      '//x:attributes',
      '<x:keyArchivalAttributes><x:symmetricAlgorithmOIDReference>2</x:symmetricAlgorithmOIDReference></x:keyArchivalAttributes>',
    ),
  },
});
