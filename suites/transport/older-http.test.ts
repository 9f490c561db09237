import { testCheck } from '../../harness/testing/check-tester.ts';
import { olderHttp } from './older-http.ts';
import { olderHttp as driven } from './scenarios/older-http.ts';

const refused = 'The server answered with a fault (MessageFormat)';

testCheck(olderHttp, {
  scenarios: [driven],
  fails: [refused],
  alsoFails: {
    'a server that closes the connection': [
      { on: 'discover', asked: 'HTTP/1.0', connection: 'close' },
      /^The server answered with no complete answer \(.*\)$/,
    ],
  },
});
