import { duplicate, remove } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { caReferenceRepetition } from './ca-reference-repetition.ts';

testCheck(caReferenceRepetition, {
  fails: ['cAReference "0" is there twice'],
  passes: { 'two policies with the same issuer': duplicate('get-policies', '//x:policy') },
  inapplicable: { 'a policy that names no issuer': remove('get-policies', '//x:cAReference') },
});
