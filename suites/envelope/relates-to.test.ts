import { remove } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { relatesTo } from './relates-to.ts';

testCheck(relatesTo, {
  fails: [
    'RelatesTo is "urn:uuid:00000000-0000-0000-0000-000000000000"',
    'RelatesTo is "urn:uuid:72048b64-0f19-448f-8c2e-b4c661860aa0"',
  ],
  passes: { 'a Discover answer without RelatesTo, beside others that have it': remove('discover', '//a:RelatesTo') },
});
