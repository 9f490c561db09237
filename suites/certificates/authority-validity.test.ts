import { testCheck } from '../../harness/testing/check-tester.ts';
import { authorityValidity } from './authority-validity.ts';

testCheck(authorityValidity, {
  fails: [
    /Reference Root CA.*" expired on 2026-01-03T09:30:00.000Z$/,
    /Reference Device CA.*" is not valid before 2026-01-22T09:30:00.000Z$/,
  ],
});
