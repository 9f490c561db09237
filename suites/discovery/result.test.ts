import { replace } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { result } from './result.ts';

testCheck(result, {
  fails: [
    'DiscoverResponse has no DiscoverResult',
    'DiscoverResponse has more than one DiscoverResult',
    'DiscoverResult is in namespace http://schemas.microsoft.com/windows/management/2012/01/enrollment/',
  ],
  alsoFails: {
    'no namespace': [
      replace('discover', '<DiscoverResult>', '<DiscoverResult xmlns="">'),
      'DiscoverResult is in no namespace',
    ],
  },
});
