import { remove } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { algorithmReference } from './algorithm-reference.ts';

testCheck(algorithmReference, {
  fails: ['algorithmOIDReference "77" equals no oIDReferenceID'],
  inapplicable: { 'a policy without an algorithm': remove('get-policies', '//x:algorithmOIDReference') },
});
