import { behaves } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { authorityValidity } from './authority-validity.ts';

testCheck(authorityValidity, {
  fails: [
    /Reference Root CA.*" expired on 2026-01-03T09:30:00.000Z$/,
    /Reference Device CA.*" is not valid before 2026-01-22T09:30:00.000Z$/,
  ],
  passes: {
    'a root and an intermediate that are made while the server answers': behaves({
      root: { notBeforeDays: 2 / 86_400 },
      intermediate: { notBeforeDays: 3 / 86_400 },
    }),
    'an authority of a clock that is four minutes ahead': behaves({ root: { notBeforeDays: 4 / 1440 } }),
  },
  alsoFails: {
    'an authority of a clock that is an hour ahead': [
      behaves({ root: { notBeforeDays: 1 / 24 } }),
      /Reference Root CA.*" is not valid before 2026-01-15T10:30:00.000Z$/,
    ],
  },
});
