import { testCheck } from '../../harness/testing/check-tester.ts';
import { authorityUse } from './authority-use.ts';

testCheck(authorityUse, {
  fails: [/^".*Reference Root CA.*" under Root issued nothing of this chain$/],
});
